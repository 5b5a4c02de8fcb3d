import { createHash, createHmac, randomBytes } from 'node:crypto'
import { type RemoteInfo, type Socket, createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv4 } from 'node:net'

const COOKIE = 0x2112a442
const [ALLOCATE, CREATE_PERMISSION, CHANNEL_BIND] = [0x003, 0x008, 0x009]
const [SEND_INDICATION, DATA_INDICATION] = [0x016, 0x017]
const [USERNAME, MESSAGE_INTEGRITY, ERROR_CODE, CHANNEL_NUMBER] = [0x0006, 0x0008, 0x0009, 0x000c]
const [XOR_PEER_ADDRESS, DATA, REALM, NONCE] = [0x0012, 0x0013, 0x0014, 0x0015]
const [ADDRESS_FAMILY, TRANSPORT] = [0x0017, 0x0019]
const UDP = 17
const ANSWER_MS = 4000

/** An address depends on the id of its message. */
type Attribute = readonly [type: number, value: Buffer | ((id: Buffer) => Buffer)]
interface Message {
  readonly type: number
  readonly attributes: ReadonlyMap<number, Buffer>
}

/** What a relay said: `0` yes, else the code of its refusal (403: forbidden, 443: another address family). */
export type RelayAnswer = number

/** One allocation on a relay, as a browser makes it (RFC 8656), to be asked for addresses that no browser would name. */
export interface Allocation {
  /** Whether the relay would let packets from there in, and send ours there. */
  permit(address: string): Promise<RelayAnswer>
  /** The same by way of a channel. */
  bindChannel(address: string, port: number): Promise<RelayAnswer>
  /** Sends a packet through the relay; what comes back within four seconds, or null. */
  exchange(address: string, port: number, text: string): Promise<string | null>
  close(): void
}

export interface RelayAccount {
  readonly port: number
  readonly secret: string
}

/** Of an earlier socket: the system gave out its port again before the relay forgot it. */
const PORT_HAS_ONE = 437

/** Signs in with a password like those Naru gives out, and takes an allocation of this family. */
export async function allocate(account: RelayAccount, family: 4 | 6, attempts = 5): Promise<Allocation> {
  const { port, secret } = account
  const socket = createSocket('udp4')
  socket.connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const username = `${Math.floor(Date.now() / 1000) + 600}:journey`
  const password = createHmac('sha1', secret).update(username).digest('base64')
  const wanted: Attribute[] = [
    [TRANSPORT, Buffer.from([UDP, 0, 0, 0])],
    [ADDRESS_FAMILY, Buffer.from([family === 4 ? 1 : 2, 0, 0, 0])],
  ]
  const first = await ask(socket, writeMessage(ALLOCATE, wanted))
  const realm = first.attributes.get(REALM) ?? Buffer.alloc(0)
  const nonce = first.attributes.get(NONCE) ?? Buffer.alloc(0)
  const key = createHash('md5').update(`${username}:${realm.toString()}:${password}`).digest()
  const signed = (method: number, attributes: readonly Attribute[]) =>
    ask(
      socket,
      writeMessage(method, [...attributes, [USERNAME, Buffer.from(username)], [REALM, realm], [NONCE, nonce]], key),
    )
  const granted = errorOf(await signed(ALLOCATE, wanted))
  if (granted === PORT_HAS_ONE && attempts > 1) {
    socket.close()
    return allocate(account, family, attempts - 1)
  }
  if (granted !== 0) throw new Error(`The relay gives no allocation: ${granted}`)
  return {
    permit: async (address) =>
      errorOf(await signed(CREATE_PERMISSION, [[XOR_PEER_ADDRESS, (id) => peer(address, 0, id)]])),
    bindChannel: async (address, toPort) =>
      errorOf(
        await signed(CHANNEL_BIND, [
          [CHANNEL_NUMBER, Buffer.from([0x40, 0x00, 0, 0])],
          [XOR_PEER_ADDRESS, (id) => peer(address, toPort, id)],
        ]),
      ),
    async exchange(address, toPort, text) {
      const heard = hear(socket, ({ type }) => type === DATA_INDICATION)
      const to: Attribute[] = [
        [XOR_PEER_ADDRESS, (id) => peer(address, toPort, id)],
        [DATA, Buffer.from(text)],
      ]
      socket.send(writeMessage(SEND_INDICATION, to).bytes)
      return (await heard)?.attributes.get(DATA)?.toString() ?? null
    },
    close: () => socket.close(),
  }
}

const errorOf = ({ type, attributes }: Message): RelayAnswer => {
  if ((type & 0x110) === 0x100) return 0
  const error = attributes.get(ERROR_CODE)
  return error ? (error[2]! & 7) * 100 + error[3]! : -1
}

interface Written {
  readonly id: Buffer
  readonly bytes: Buffer
}

function writeMessage(method: number, attributes: readonly Attribute[], key?: Buffer): Written {
  const id = randomBytes(12)
  const body = Buffer.concat(
    attributes.map(([type, value]) => writeAttribute(type, typeof value === 'function' ? value(id) : value)),
  )
  const header = (length: number) => {
    const bytes = Buffer.alloc(20)
    bytes.writeUInt16BE(method, 0)
    bytes.writeUInt16BE(length, 2)
    bytes.writeUInt32BE(COOKIE, 4)
    id.copy(bytes, 8)
    return bytes
  }
  if (!key) return { id, bytes: Buffer.concat([header(body.length), body]) }
  // The signature covers a header that counts the signature already.
  const head = header(body.length + 24)
  const integrity = createHmac('sha1', key).update(head).update(body).digest()
  return { id, bytes: Buffer.concat([head, body, writeAttribute(MESSAGE_INTEGRITY, integrity)]) }
}

function writeAttribute(type: number, value: Buffer): Buffer {
  const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4)
  bytes.writeUInt16BE(type, 0)
  bytes.writeUInt16BE(value.length, 2)
  value.copy(bytes, 4)
  return bytes
}

function readMessage(bytes: Buffer): (Message & { readonly id: Buffer }) | null {
  if (bytes.length < 20 || bytes.readUInt32BE(4) !== COOKIE) return null
  const attributes = new Map<number, Buffer>()
  for (let at = 20; at + 4 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 2)
    attributes.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + length))
    at += 4 + Math.ceil(length / 4) * 4
  }
  return { type: bytes.readUInt16BE(0), id: bytes.subarray(8, 20), attributes }
}

/** An address as it stands in a message with this id: the cookie and the id are laid over it (RFC 8489, 14.2). */
function peer(address: string, port: number, id: Buffer): Buffer {
  const family = isIPv4(address) ? 1 : 2
  const plain = family === 1 ? Buffer.from(address.split('.').map(Number)) : ipv6Bytes(address)
  const mask = Buffer.concat([uint16(COOKIE >>> 16), uint16(COOKIE & 0xffff), id])
  const masked = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => byte ^ mask[at]!))
  return Buffer.concat([Buffer.from([0, family]), masked(uint16(port)), masked(plain)])
}

const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

/** `::ffff:127.0.0.1` as well. */
function ipv6Bytes(address: string): Buffer {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const [a, b, c, d] = dotted ? dotted.slice(2).map(Number) : []
  const hex = (high: number, low: number) => (high * 256 + low).toString(16)
  const text = dotted ? `${dotted[1]}${hex(a!, b!)}:${hex(c!, d!)}` : address
  const [head = '', tail] = text.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const left = groups(head)
  const right = tail === undefined ? [] : groups(tail)
  const middle = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  return Buffer.concat([...left, ...middle, ...right].map((group) => uint16(Number.parseInt(group, 16))))
}

async function ask(socket: Socket, written: Written): Promise<Message> {
  const answered = hear(socket, ({ id }) => id.equals(written.id))
  socket.send(written.bytes)
  const answer = await answered
  if (!answer) throw new Error('The relay does not answer')
  return answer
}

/** The first message that is meant, within four seconds; else null. */
function hear(
  socket: Socket,
  isMeant: (message: Message & { readonly id: Buffer }) => boolean,
): Promise<Message | null> {
  return new Promise((resolve) => {
    const end = (message: Message | null) => {
      clearTimeout(timer)
      socket.off('message', look)
      resolve(message)
    }
    const look = (bytes: Buffer, _from: RemoteInfo) => {
      const message = readMessage(bytes)
      if (message && isMeant(message)) end(message)
    }
    const timer = setTimeout(end, ANSWER_MS, null)
    socket.on('message', look)
  })
}
