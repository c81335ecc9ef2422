/** The house's colours and type over Swagger UI's own; its dark look comes with it. */
export const docsStyle = `:root{--canvas:oklch(.972 .006 95);--ink:oklch(.24 .018 230);--line:oklch(.89 .009 95);--petrol:oklch(.46 .077 215)}
html.dark-mode{--canvas:oklch(.185 .012 230);--ink:oklch(.945 .008 95);--line:oklch(.325 .014 230);--petrol:oklch(.765 .095 205)}
html,body,html.dark-mode,html.dark-mode body{background:var(--canvas)}
.swagger-ui .topbar{display:none}
.swagger-ui,.swagger-ui .info .title,.swagger-ui .opblock-tag,.swagger-ui .opblock .opblock-summary-description,.swagger-ui .opblock .opblock-summary-operation-id{font-family:"Segoe UI",system-ui,"Noto Sans",sans-serif}
.swagger-ui .info{margin:2rem 0 1rem}
.swagger-ui .info .title,.swagger-ui .opblock-tag{color:var(--ink)}
.swagger-ui .opblock-tag{font-size:1rem;border-color:var(--line);padding:.5rem}
.swagger-ui .info a,.swagger-ui a.nostyle:focus-visible{color:var(--petrol)}
.swagger-ui .scheme-container{background:none;box-shadow:none;padding:0 0 1rem}
.swagger-ui .opblock{box-shadow:none;border-radius:6px;margin:0 0 .5rem}
.swagger-ui .btn.authorize{border-color:var(--petrol);color:var(--petrol)}
.swagger-ui .btn.authorize svg{fill:var(--petrol)}
.swagger-ui .btn.execute{background:var(--petrol);border-color:var(--petrol)}`

/** Dark where its reader has it dark. */
export const docsScript = `const dark=matchMedia('(prefers-color-scheme: dark)')
const look=()=>document.documentElement.classList.toggle('dark-mode',dark.matches)
dark.addEventListener('change',look)
look()`
