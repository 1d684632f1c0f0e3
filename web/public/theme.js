// Runs before the first paint, so that a dark screen never flashes white. External because the CSP allows no inline script.
;(function () {
  var choice = 'system'
  try {
    choice = localStorage.getItem('flowstate.theme') || 'system'
  } catch {
    // Storage can be blocked: the system's theme is then the answer.
  }
  var dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
