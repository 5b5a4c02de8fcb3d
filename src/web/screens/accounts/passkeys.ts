import { sendToSignIn } from './sign-in-service.ts'

/** Whether this browser can keep and use passkeys. */
export const hasPasskeys = (): boolean => typeof PublicKeyCredential === 'function'

/** Makes a passkey for whoever is signed in. Throws when the person or the device refuses. */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = await sendToSignIn('/passkey/generate-register-options')
  const response = await startRegistration({ optionsJSON: optionsJSON as never })
  await sendToSignIn('/passkey/verify-registration', { response, name })
}

/** Signs in whoever holds a passkey of this server. Throws when the person or the device refuses. */
export async function signInWithPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = await sendToSignIn('/passkey/generate-authenticate-options')
  const response = await startAuthentication({ optionsJSON: optionsJSON as never })
  await sendToSignIn('/passkey/verify-authentication', { response })
}
