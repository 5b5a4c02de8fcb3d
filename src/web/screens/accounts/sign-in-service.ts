/** The sign-in library's own routes, which are not part of the API. Throws on any answer but success. */
export async function sendToSignIn(path: string, body?: object): Promise<unknown> {
  const answer = await fetch(
    `/api/auth${path}`,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

/** Goes to the organisation's identity provider, and comes back signed in or with `?error=`. */
export async function goToProvider(): Promise<void> {
  const { url } = (await sendToSignIn('/sign-in/social', {
    provider: 'organisation',
    callbackURL: '/app/',
    errorCallbackURL: '/app/sign-in',
  })) as { url: string }
  location.assign(url)
}
