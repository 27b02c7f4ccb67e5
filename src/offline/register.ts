/**
 * Lets this browser keep the app, so that it opens with the server away. It waits until the page has loaded and
 * has nothing to do; where it is not to be had (plain http, private windows, no room) the app works as before.
 */
export function keepAppOffline() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const register = () => {
    serviceWorker.register('/service-worker.js').catch(() => {
      // The next visit tries again.
    })
  }
  const whenIdle = () =>
    'requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register)
  if (document.readyState === 'complete') whenIdle()
  else window.addEventListener('load', whenIdle, { once: true })
}
