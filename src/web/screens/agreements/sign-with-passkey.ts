import { api } from '../../api.ts'

/** Whether this browser can ask a device for a passkey. */
export const canUsePasskeys = (): boolean => typeof PublicKeyCredential === 'function'

/** The person or the device said no; the server was not asked. */
export class DeviceRefusal extends Error {
  override readonly name = 'DeviceRefusal'
}

/** Signs this text by link with a passkey of whoever is signed in. Throws `DeviceRefusal`, or what the server says. */
export async function signWithPasskey(link: string, contentHash: string): Promise<{ complete: boolean }> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { challengeId, options } = await api.agreements.prepareSigningPasskey({ link, contentHash })
  const answer = await startAuthentication({ optionsJSON: options }).catch((cause: unknown) => {
    throw new DeviceRefusal('No passkey was given', { cause })
  })
  return api.agreements.signByPasskey({ link, contentHash, challengeId, answer, consent: true })
}
