/* Runs before the first paint, as a file of its own because the content security policy allows no inline script:
   the page must not flash in the wrong theme, and a screen reader must not start in the wrong language. */
{
  const root = document.documentElement
  let theme = null
  try {
    theme = localStorage.getItem('naru-theme')
  } catch {
    /* Storage is closed to us: follow the system. */
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  root.dataset.theme = theme
  root.dataset.mantineColorScheme = theme
  const cookie = /(?:^|; )naru-locale=(ko|ru|en)/.exec(document.cookie)
  if (cookie) root.lang = cookie[1]
}
