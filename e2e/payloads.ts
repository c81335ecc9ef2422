/**
 * What people who mean harm write into fields, by how it would get through. Whatever runs says so by `ran(…)`; what
 * fetches asks for `/canary`.
 */
export const payloads: Record<string, readonly string[]> = {
  'tags that run': [
    '<script>ran(1)</script>',
    '<ScRiPt src=/canary></sCrIpT>',
    '<script type=module>import "/canary"</script>',
    '<scr<script>ipt>ran(2)</scr</script>ipt>',
    '<iframe srcdoc="<script>parent.ran(3)</script>"></iframe>',
    '<object data="data:text/html,<script>ran(4)</script>"></object><embed src=/canary>',
    '<template><script>ran(5)</script></template><noscript><p title="</noscript><img src=/canary onerror=ran(6)>">',
  ],
  'attributes that run': [
    '<img src=/canary onerror=ran(10)>',
    '<svg onload=ran(11)><animate onbegin=ran(12) attributeName=x dur=1s>',
    '<body onload=ran(13)><input autofocus onfocus=ran(14)>',
    '<details open ontoggle=ran(15)><summary>more</summary></details>',
    '<video><source onerror=ran(16)></video><audio src=/canary onerror=ran(17)>',
    '<div onpointerover=ran(18) style="position:fixed;inset:0">over everything</div>',
    '<marquee onstart=ran(19)>x</marquee><xss onanimationend=ran(20) style=animation:drain>',
  ],
  'ends of what stands around it': [
    '"><img src=/canary onerror=ran(30)>',
    "'><svg/onload=ran(31)>",
    '" autofocus onfocus="ran(32)" x="',
    "' onmouseover='ran(33)",
    '</title></textarea></style></script><img src=/canary onerror=ran(34)>',
    '--><img src=/canary onerror=ran(35)><!--',
    ']]><img src=/canary onerror=ran(36)><![CDATA[',
    '</script><script>ran(37)</script>',
    '\\u003cimg src=/canary onerror=ran(38)\\u003e',
  ],
  'addresses that run': [
    'javascript:ran(40)',
    'JaVaScRiPt:ran(41)//https://harbour.example',
    '<a href="javascript:ran(42)">here</a> [here](javascript:ran(43)) <javascript:ran(44)>',
    '<a href="java&#x09;script:ran(45)">here</a>',
    '![picture](/canary"onerror="ran(46))',
    'https://harbour.example/"onmouseover="ran(47)',
    'data:text/html;base64,PHNjcmlwdD5yYW4oNDgpPC9zY3JpcHQ+',
  ],
  'what parsers read twice': [
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/canary onerror=ran(50)&gt;">',
    '<svg></p><style><a id="</style><img src=/canary onerror=ran(51)>">',
    '<form><math><mtext></form><form><mglyph><style></math><img src=/canary onerror=ran(52)>',
    '&lt;img src=/canary onerror=ran(53)&gt; &amp;lt;script&amp;gt;ran(54)&amp;lt;/script&amp;gt;',
    '%3Cscript%3Eran(55)%3C/script%3E',
    '＜script＞ran(56)＜/script＞',
    '<img\u00a0src=/canary\u200bonerror=ran(57)>',
  ],
  'templates and styles': [
    "{{constructor.constructor('ran(60)')()}}",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody would try
    '${ran(61)} #{ran(62)} <%= ran(63) %> {% raw %}{{ 7 | append: "ran(64)" }}',
    '<style>@import "/canary"; * { background: url(/canary) }</style>',
    '<link rel=stylesheet href=/canary><meta http-equiv=refresh content="0;url=javascript:ran(65)">',
    '<base href=//elsewhere.example/><form action=/canary><button>Send</button></form>',
    '__proto__ constructor toString <b>bold</b> &nbsp;',
  ],
}
