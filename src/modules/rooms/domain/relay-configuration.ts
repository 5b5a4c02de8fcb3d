/** Where a relay stands and how it is reached. */
export interface RelayPlace {
  readonly secret: string
  readonly realm: string
  readonly port: number
  /** Address others reach it under, where that differs from its own (behind NAT). */
  readonly externalAddress: string | null
}

/**
 * Addresses a relay must never be led to: it stands inside a network, and whoever is given a password could otherwise
 * talk through it to everything else there. IANA special-purpose registries, IPv4-mapped and translated ones included.
 */
const DENIED = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.0-127.255.255.255',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.0.0.0-192.0.0.255',
  '192.0.2.0-192.0.2.255',
  '192.88.99.0-192.88.99.255',
  '192.168.0.0-192.168.255.255',
  '198.18.0.0-198.19.255.255',
  '198.51.100.0-198.51.100.255',
  '203.0.113.0-203.0.113.255',
  '224.0.0.0-255.255.255.255',
  // Not from `::`: coturn takes that for any address at all, and the range would then close the relay to everybody.
  '::1-::ffff:ffff',
  '::ffff:0:0-::ffff:ffff:ffff',
  '64:ff9b::-64:ff9b::ffff:ffff',
  '64:ff9b:1::-64:ff9b:1:ffff:ffff:ffff:ffff:ffff',
  '100::-100::ffff:ffff:ffff:ffff',
  '2001::-2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff',
  '2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
  '2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'ff00::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
]

/** A configuration file of coturn: short-lived passwords only, no way into the network it stands in. */
export function relayConfiguration({ secret, realm, port, externalAddress }: RelayPlace): string {
  const lines = [
    '# A relay for the video rooms. Written by `naru turn-config`; keep this file readable for coturn alone.',
    `listening-port=${port}`,
    ...(externalAddress === null ? [] : [`external-ip=${externalAddress}`]),
    'min-port=49152',
    'max-port=65535',
    '',
    '# Passwords that end by themselves, signed with the secret that Naru knows too (NARU_TURN_SECRET).',
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    `realm=${realm}`,
    'fingerprint',
    'stale-nonce=600',
    '',
    '# One person in one room: four people with picture and sound, and a reconnect of all of them.',
    'user-quota=24',
    'total-quota=2400',
    'max-bps=1500000',
    '',
    '# Nothing that is not needed.',
    'no-cli',
    'no-tcp-relay',
    'no-multicast-peers',
    'no-tlsv1',
    'no-tlsv1_1',
    'no-software-attribute',
    '',
    '# Never into the network the relay stands in.',
    ...DENIED.map((range) => `denied-peer-ip=${range}`),
  ]
  return `${lines.join('\n')}\n`
}
