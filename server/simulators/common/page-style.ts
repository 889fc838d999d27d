/** The look of every simulator page: plain, readable, keyboard-friendly. */
export const PAGE_STYLE = `
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: #f3f3f3; color: #181818; 
       font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main { background: #fff; border: 1px solid #d8d8d8; border-top: 4px solid var(--accent); border-radius: 8px; padding: 2rem; }
body.card { display: grid; place-items: center; padding: 1rem; }
body.card main { width: 100%; max-width: 26rem; }
body.wide { padding: 1.5rem; }
body.wide main { max-width: 64rem; margin: 0 auto; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 1.5rem 0 0.5rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
.brand { color: #444; font-size: 0.875rem; font-weight: 600; margin: 0 0 0.5rem; }
.muted { color: #5c5c5c; font-size: 0.875rem; }
.error { background: #fef1ee; border: 1px solid #b60554; border-radius: 4px; color: #8e030f; padding: 0.5rem 0.75rem; }
.notice { background: #eef4ff; border: 1px solid #5867e8; border-radius: 4px; padding: 0.5rem 0.75rem; }
label { display: block; font-weight: 600; margin: 0 0 0.25rem; }
label.choice { display: flex; gap: 0.5rem; font-weight: 400; align-items: flex-start; margin: 0 0 0.75rem; }
label.choice input { margin-top: 0.3rem; }
input[type=text], input[type=email], input[type=password], select,
textarea { width: 100%; font: inherit; padding: 0.5rem 0.75rem; border: 1px solid #747474; border-radius: 4px; margin: 0 0 1rem;
           background: #fff; color: inherit; }
textarea { min-height: 8rem; }
button, a.button { font: inherit; font-weight: 600; padding: 0.5rem 1.25rem; border: 1px solid #747474; border-radius: 4px;
                   background: #fff; color: #181818; cursor: pointer; text-decoration: none; display: inline-block; }
button.primary, a.button.primary { background: var(--accent); border-color: var(--accent); color: #fff; }
button.row { width: 100%; text-align: start; margin: 0 0 0.5rem; font-weight: 400; }
a { color: #0b5cab; }
:focus-visible { outline: 3px solid #1b96ff; outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; justify-content: flex-end; margin-top: 1.5rem; }
ul.plain { list-style: none; padding: 0; margin: 0 0 1rem; }
ul.scopes { padding-inline-start: 1.25rem; margin: 0 0 1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; padding: 0.5rem 0.75rem; border-bottom: 1px solid #e5e5e5; vertical-align: top; overflow-wrap: anywhere; }
tr.unread td { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 1rem; }
dt { color: #5c5c5c; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { background: #f3f3f3; border-radius: 4px; padding: 1rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { width: 100%; min-height: 20rem; border: 1px solid #d8d8d8; border-radius: 4px; background: #fff; }
@media (max-width: 30rem) { main { padding: 1.25rem; } }
`;
