import type { Instant } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type LinkState, linkState, maskAddress } from '../domain/link-state.ts'
import { findLinkedParty, isSignatory } from '../operations/open-link.ts'
import { signingFacts } from '../operations/save-signature.ts'
import { isTrueLink, readLink } from '../operations/signing-link.ts'
import { listSendings } from '../store/signing-store.ts'

export interface SigningState {
  readonly state: LinkState
  /** Masked; null when no code can be asked for. */
  readonly codeGoesTo: string | null
  readonly expiresAt: Instant | null
  /** Whether the signatory is signed in here and need not ask for a code to read. */
  readonly isSignedIn: boolean
  readonly hasPasskey: boolean
}

/**
 * What a link is still good for, said before any code: only whoever holds a link that we mailed hears more than
 * "unknown", and nothing of the agreement itself.
 */
export async function readSigningState(
  platform: Platform,
  actor: Actor,
  { link }: { readonly link: string },
): Promise<SigningState> {
  const linked = await findLinkedParty(platform, link)
  if (!linked) {
    const state = (await wasTrueOnce(platform, link)) ? 'changed' : 'unknown'
    return { state, codeGoesTo: null, expiresAt: null, isSignedIn: false, hasPasskey: false }
  }
  const { agreement, party, now } = linked
  const state = linkState(signingFacts(agreement), party.id, now)
  const mayAsk = ['open', 'not-your-turn', 'signed-by-you'].includes(state)
  const { is, hasPasskey } = await isSignatory(platform, actor, linked)
  return {
    state,
    codeGoesTo: mayAsk ? maskAddress(party.signatory.email) : null,
    expiresAt: agreement.expiresAt,
    isSignedIn: mayAsk && is,
    hasPasskey: mayAsk && hasPasskey,
  }
}

/** Whether the link was mailed for a text or a sending that is over: the journal knows each of them. */
async function wasTrueOnce(platform: Platform, link: string): Promise<boolean> {
  const ids = readLink(link)
  const sendings = ids ? await listSendings(platform.db, ids.agreementId) : []
  return sendings.some((sending) => isTrueLink(platform.config.secret, link, { ...ids!, ...sending }))
}
