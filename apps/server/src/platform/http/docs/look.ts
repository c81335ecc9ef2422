/** The house's colours and type, in both lights. */
export const docsStyle = `:root{color-scheme:light dark;--canvas:oklch(.972 .006 95);--surface:oklch(.992 .003 95);--ink:oklch(.24 .018 230);--muted:oklch(.445 .018 230);--line:oklch(.89 .009 95);--petrol:oklch(.4 .067 215)}
@media (prefers-color-scheme:dark){:root{--canvas:oklch(.185 .012 230);--surface:oklch(.225 .013 230);--ink:oklch(.945 .008 95);--muted:oklch(.76 .012 230);--line:oklch(.325 .014 230);--petrol:oklch(.8 .09 205)}}
*{box-sizing:border-box}
body{margin:0;padding:2rem 1rem 6rem;background:var(--canvas);color:var(--ink);font:15px/1.5 "Segoe UI",system-ui,"Noto Sans",sans-serif}
main,nav{max-width:60rem;margin:0 auto}
a{color:var(--petrol);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--petrol);outline-offset:2px}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 1rem}
h2{display:inline;font-size:1rem;margin:0}
h3{font-size:.875rem;margin:1.25rem 0 .375rem;color:var(--muted)}
p{margin:.5rem 0;max-width:46rem}
code,pre{font:.8125rem/1.55 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
pre{margin:0;padding:.75rem 1rem;background:var(--canvas);border:1px solid var(--line);border-radius:6px;overflow:auto;max-height:30rem}
pre i{color:var(--muted)}
details{background:var(--surface);border:1px solid var(--line);border-radius:6px;margin:.375rem 0}
summary{padding:.5rem .75rem;cursor:pointer}
details>:not(summary){margin-inline:.75rem}
.operation{padding-block:.25rem 1rem}
.operation:target{scroll-margin-top:4rem}
details.example{margin-top:.5rem}details.example pre{margin:0 .75rem .75rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.125rem 1rem;margin:.5rem 0}
dt{color:var(--muted)}dd{margin:0}
.wide{overflow-x:auto}
table{border-collapse:collapse}
th,td{text-align:start;vertical-align:top;font-weight:400;padding:.25rem 1.25rem .25rem 0;border-top:1px solid var(--line)}
ul{padding:0 0 .5rem;list-style:none}li{padding:.125rem 0}
input{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--muted);border-radius:6px;padding:.375rem .625rem;min-width:18rem;max-width:100%}
form{margin:1.5rem 0 1rem}
small{font-weight:400;color:var(--muted)}
section{margin:1.5rem 0}section p{margin:.25rem 0}
blockquote{margin:.5rem 0 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line);color:var(--muted)}
section:target{outline:2px solid var(--petrol);outline-offset:.75rem}`

/** Shows the lines that have each of the words, and opens their groups. */
export const findScript = `const field=document.getElementById('find'),groups=[...document.querySelectorAll('main>details')]
const find=()=>{const words=field.value.toLowerCase().split(/\\s+/).filter(Boolean)
for(const group of groups){let any=false
for(const line of group.querySelectorAll('li')){const text=line.textContent.toLowerCase(),fits=words.every(word=>text.includes(word));line.hidden=!fits;any||=fits}
group.hidden=!any;group.open=any&&words.length>0}}
field.addEventListener('input',find)
field.form.addEventListener('submit',event=>event.preventDefault())
if(field.value)find()`
