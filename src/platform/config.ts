import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'])
  .transform((text) => text === 'true' || text === '1' || text === 'yes')

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))

const days = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(36_500))

interface Setting<T> {
  readonly type: z.ZodType<T, string>
  /** What is used when the variable is absent or empty, in the form it would be written. */
  readonly default?: string
  readonly expects: string
  readonly description: string
  readonly secret?: true
}

const setting = <T>(definition: Setting<T>): Setting<T> => definition

/** Every environment variable Naru reads. `docs/configuration.md` is generated from this table. */
export const settings = {
  DATABASE_URL: setting({
    type: url('postgres:', 'postgresql:'),
    expects: 'a postgres:// address',
    description:
      'PostgreSQL 15 or newer. Without it an embedded database in the data directory is used: it survives a killed process, but not a power cut, so use PostgreSQL for anything that counts.',
    secret: true,
  }),
  NARU_DATA_DIR: setting({
    type: z.string().transform((path) => resolve(path)),
    default: './data',
    expects: 'a directory',
    description:
      'Holds the embedded database, uploaded files (without S3_URL), the identity of the seals, the session secret and, without SMTP_URL, outgoing mail.',
  }),
  PORT: setting({
    type: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(0).max(65_535)),
    default: '4020',
    expects: 'a port number from 0 to 65535 (0 picks a free one)',
    description: 'Port of the web server.',
  }),
  HOST: setting({
    type: z.string(),
    default: '127.0.0.1',
    expects: 'an address to listen on',
    description: 'Address the web server listens on; 0.0.0.0 makes it reachable from other machines.',
  }),
  BASE_URL: setting({
    type: url('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    expects: 'an http:// or https:// address',
    description:
      'Address under which people reach Naru; used in mail, calendar files and sign-in. Default: http://localhost:PORT.',
  }),
  SMTP_URL: setting({
    type: url('smtp:', 'smtps:'),
    expects: 'an smtp:// or smtps:// address',
    description:
      'Mail server, with user and password where it needs them. Without it mail is written to outbox/ in the data directory.',
    secret: true,
  }),
  MAIL_FROM: setting({
    type: z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/),
    default: 'Naru <naru@localhost>',
    expects: 'a mail address, with or without a name before it',
    description: 'Sender of every mail.',
  }),
  NARU_SECRET: setting({
    type: z.string().min(32),
    expects: 'at least 32 characters',
    description: 'Signs sessions. Made on first start and kept in the data directory (file mode 0600) when absent.',
    secret: true,
  }),
  LOG_LEVEL: setting({
    type: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
    default: 'info',
    expects: 'silent, fatal, error, warn, info, debug or trace',
    description: 'Least important log line that is still written (JSON, one a line, to standard output).',
  }),
  NARU_KEEP_MAIL_DAYS: setting({
    type: days,
    default: '365',
    expects: 'a number of days from 1 to 36500',
    description: 'How long mails that were sent stay in the outbox of the database.',
  }),
  NARU_KEEP_CHAT_DAYS: setting({
    type: days,
    default: '365',
    expects: 'a number of days from 1 to 36500',
    description: 'How long messages written in video rooms are kept.',
  }),
  NARU_KEEP_IMPORT_DAYS: setting({
    type: days,
    default: '30',
    expects: 'a number of days from 1 to 36500',
    description: 'How long an import that was looked at and never applied is kept.',
  }),
  NARU_KEEP_PERSON_DAYS: setting({
    type: days,
    default: '1095',
    expects: 'a number of days from 1 to 36500',
    description: 'After how many days without a role and without a visit a person is erased.',
  }),
  NARU_KEEP_NAME_DAYS: setting({
    type: days,
    default: '1825',
    expects: 'a number of days from 1 to 36500',
    description:
      'How long the name of an erased person stays beside what they signed or decided; nothing else of them does.',
  }),
  NARU_DEMO: setting({
    type: flag,
    default: 'true',
    expects: 'true or false',
    description: 'Load the demonstration programme when an empty database is opened for the first time.',
  }),
  NARU_PROGRAMMES_OPENED_BY: setting({
    type: z.enum(['operators', 'nobody']),
    default: 'operators',
    expects: 'operators or nobody',
    description:
      'Who may open a further programme on this installation: whoever is an operator of one here, or nobody but its command line.',
  }),
  NARU_ADMINISTRATORS: setting({
    type: z
      .string()
      .transform((text) => text.split(',').map((each) => each.trim().toLowerCase()))
      .pipe(z.array(z.email()).min(1).max(50)),
    expects: 'e-mail addresses, separated by commas',
    description:
      'Who looks after the installation: the accounts with these addresses see the figures of all programmes together and run failed work again. Without it, the first account of the installation.',
  }),
  NARU_TRANSLATION_URL: setting({
    type: url('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    expects: 'an http:// or https:// address',
    description:
      'Base address of a service that answers like the OpenAI API (/chat/completions is added), for draft translations of profiles. Without it nothing is translated and no text leaves the server. Text is sent only when an operator asks for a draft, and the journal says so.',
  }),
  NARU_TRANSLATION_MODEL: setting({
    type: z.string().max(200),
    expects: 'the name of a model',
    description: 'Model that the translation service is asked for. Needed with NARU_TRANSLATION_URL.',
  }),
  NARU_TRANSLATION_KEY: setting({
    type: z.string().max(1000),
    expects: 'at most 1000 characters',
    description: 'Sent to the translation service as bearer token, where it needs one.',
    secret: true,
  }),
  NARU_EMBEDDING_URL: setting({
    type: url('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    expects: 'an http:// or https:// address',
    description:
      'Base address of a service that answers like the OpenAI API (/embeddings is added), whose judgement of profiles counts as a reason of its own when partners are ranked. Without it the built-in model judges alone and no text leaves the server. With it every ranking sends new and changed published profiles there, and the journal says so.',
  }),
  NARU_EMBEDDING_MODEL: setting({
    type: z.string().max(200),
    expects: 'the name of a model',
    description: 'Model that the embedding service is asked for. Needed with NARU_EMBEDDING_URL.',
  }),
  NARU_EMBEDDING_KEY: setting({
    type: z.string().max(1000),
    expects: 'at most 1000 characters',
    description: 'Sent to the embedding service as bearer token, where it needs one.',
    secret: true,
  }),
  NARU_SCREENING_URL: setting({
    type: url('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    expects: 'an http:// or https:// address',
    description:
      'Base address of a yente service (API of OpenSanctions) that parties are checked with besides the watch lists that were read in. Without it names of parties never leave the server. While it is set and does not answer, nobody is cleared.',
  }),
  NARU_SCREENING_KEY: setting({
    type: z.string().max(1000),
    expects: 'at most 1000 characters',
    description: 'Sent to the screening service as API key, where it needs one.',
    secret: true,
  }),
  NARU_ROOM_OPENS_MINUTES: setting({
    type: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(0).max(240)),
    default: '10',
    expects: 'whole minutes from 0 to 240',
    description: 'How long before its meeting a video room opens.',
  }),
  NARU_ROOM_CLOSES_MINUTES: setting({
    type: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(0).max(240)),
    default: '10',
    expects: 'whole minutes from 0 to 240',
    description: 'How long after the planned end of its meeting a video room closes.',
  }),
  NARU_TURN_URLS: setting({
    type: z
      .string()
      .max(1000)
      .transform((text) => text.split(',').map((each) => each.trim()))
      .refine((urls) => urls.every((each) => /^turns?:[^\s?]+(\?transport=(udp|tcp))?$/.test(each))),
    expects: 'turn: or turns: addresses with commas between them',
    description:
      'Relays for video rooms, for people whose networks let nothing else through. `naru turn-config` prints the configuration of coturn for them.',
  }),
  NARU_TURN_SECRET: setting({
    type: z.string().min(16),
    expects: 'at least 16 characters',
    description: 'Secret shared with the relays; signs their short-lived passwords. Needed with NARU_TURN_URLS.',
    secret: true,
  }),
  NARU_LIVEKIT_URL: setting({
    type: url('ws:', 'wss:').transform((text) => text.replace(/\/+$/, '')),
    expects: 'a wss:// address',
    description:
      'A LiveKit server that carries picture and sound of the video rooms instead of the browsers themselves.',
  }),
  NARU_LIVEKIT_KEY: setting({
    type: z.string().max(200),
    expects: 'at most 200 characters',
    description: 'API key of the LiveKit server. Needed with NARU_LIVEKIT_URL.',
  }),
  NARU_LIVEKIT_SECRET: setting({
    type: z.string().min(16),
    expects: 'at least 16 characters',
    description: 'API secret of the LiveKit server. Needed with NARU_LIVEKIT_URL.',
    secret: true,
  }),
  TSA_URL: setting({
    type: url('http:', 'https:').refine((text) => URL.canParse(text) && new URL(text).username === ''),
    expects: 'an http:// or https:// address without a password',
    description:
      'Time-stamping authority (RFC 3161) that stamps every signature of an agreement. Only the hash of the signature leaves the server. When the authority does not answer within four seconds the signature is kept without a stamp and says so. Without it nothing is stamped.',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting({
    type: url('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    expects: 'an http:// or https:// address',
    description:
      'Collector of OpenTelemetry that is told of requests, SQL statements (without values) and jobs, as traces and metrics over OTLP/HTTP; names, addresses and texts of people are in none of them. The standard variables for its headers and time limits (OTEL_EXPORTER_OTLP_HEADERS, OTEL_EXPORTER_OTLP_TIMEOUT) are heeded. Without it nothing is told and nothing for it is loaded.',
  }),
  OTEL_SERVICE_NAME: setting({
    type: z.string().max(100),
    default: 'naru',
    expects: 'at most 100 characters',
    description: 'Under which name the collector knows this process, such as naru-server or naru-worker.',
  }),
  OTEL_TRACES_SAMPLER_ARG: setting({
    type: z
      .string()
      .regex(/^(0|1|0?\.\d+|1\.0+)$/)
      .transform(Number),
    default: '1',
    expects: 'a number from 0 to 1',
    description: 'Share of requests and jobs that are traced. Metrics count all of them.',
  }),
  OTEL_METRIC_EXPORT_INTERVAL: setting({
    type: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1000).max(3_600_000)),
    default: '60000',
    expects: 'milliseconds from 1000 to 3600000',
    description: 'How often metrics are sent.',
  }),
  S3_URL: setting({
    type: url('http:', 'https:')
      .refine((text) => URL.canParse(text) && new URL(text).username === '' && new URL(text).search === '')
      .transform((text) => text.replace(/\/+$/, '')),
    expects: 'an http:// or https:// address without a password',
    description:
      'Address of a bucket that speaks S3, where the contents of stored files go (https://s3.example.org/naru or https://naru.s3.eu-north-1.amazonaws.com). Without it they lie in files/ of the data directory; files that lie there already stay readable.',
  }),
  S3_REGION: setting({
    type: z.string().regex(/^[a-z0-9-]{1,40}$/),
    default: 'us-east-1',
    expects: 'the name of a region',
    description: 'Region that requests to the bucket are signed for. Stores other than Amazon take the default.',
  }),
  S3_KEY: setting({
    type: z.string().max(200),
    expects: 'at most 200 characters',
    description: 'Access key of the bucket; may read and write objects. Needed with S3_URL.',
  }),
  S3_SECRET: setting({
    type: z.string().max(1000),
    expects: 'at most 1000 characters',
    description: 'Secret of the access key. Needed with S3_URL.',
    secret: true,
  }),
  OIDC_ISSUER: setting({
    type: url('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    expects: 'an http:// or https:// address',
    description:
      'Identity provider of the organisation (OpenID Connect), where invited people may sign in too. It sends them back to BASE_URL/api/auth/callback/organisation.',
  }),
  OIDC_CLIENT_ID: setting({
    type: z.string(),
    expects: 'a text',
    description: 'Under which name the identity provider knows Naru.',
  }),
  OIDC_CLIENT_SECRET: setting({
    type: z.string(),
    expects: 'a text',
    description: 'What Naru proves its name to the identity provider with.',
    secret: true,
  }),
  TRUST_PROXY: setting({
    type: flag,
    default: 'false',
    expects: 'true or false',
    description:
      'Take the client address and protocol from X-Forwarded-For and X-Forwarded-Proto. Only behind a proxy that sets them.',
  }),
} as const

type Settings = typeof settings
type Value<Name extends keyof Settings> = z.output<Settings[Name]['type']>

/** A model behind an address that only the environment decides. */
export interface RemoteModel {
  /** Without a slash at the end. */
  readonly url: string
  readonly model: string
  readonly key: string | null
}

/** A media server that admits whoever brings a token signed with its secret. */
interface MediaServer {
  readonly url: string
  readonly key: string
  readonly secret: string
}

/** Where an organisation keeps its people's accounts. */
interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Who is told of requests, statements and jobs, over OTLP. */
export interface TelemetrySettings {
  /** Without a slash at the end. */
  readonly endpoint: string
  readonly serviceName: string
  /** Of requests and jobs that are traced, from 0 to 1; metrics count all. */
  readonly share: number
  readonly metricSeconds: number
}

/** A bucket that speaks S3. */
export interface ObjectStore {
  /** Of the bucket, without a slash at the end. */
  readonly url: string
  readonly region: string
  readonly key: string
  readonly secret: string
}

export interface RoomSettings {
  readonly opensMinutes: number
  readonly closesMinutes: number
  /** null: there is no relay. */
  readonly turn: { readonly urls: readonly string[]; readonly secret: string } | null
  /** null: the browsers send picture and sound to each other. */
  readonly livekit: MediaServer | null
}

export interface Config {
  /** null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null
  /** Absolute. */
  readonly dataDir: string
  readonly port: number
  readonly host: string
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** null: mail is written into `dataDir`/outbox. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly secret: string
  readonly logLevel: Value<'LOG_LEVEL'>
  readonly demo: boolean
  readonly programmesOpenedBy: 'operators' | 'nobody'
  /** Addresses in lower case; null: the first account looks after the installation. */
  readonly administrators: readonly string[] | null
  /** How many days what is kept; `naru retention` and a job each night remove what is older. */
  readonly retention: {
    readonly mailDays: number
    readonly chatDays: number
    readonly importDays: number
    readonly personDays: number
    readonly nameDays: number
  }
  /** null: no text leaves the server for translation. */
  readonly translation: RemoteModel | null
  /** null: profiles are ranked by the built-in model alone. */
  readonly embedding: RemoteModel | null
  /** null: parties are checked with the watch lists of the programme alone. `url` without a slash at the end. */
  readonly screening: { readonly url: string; readonly key: string | null } | null
  readonly rooms: RoomSettings
  /** null: nobody is told anything, and nothing for it is loaded. */
  readonly telemetry: TelemetrySettings | null
  /** Where the contents of files lie; null: in `dataDir`. */
  readonly objectStore: ObjectStore | null
  /** Where signatures of agreements are time-stamped; null: nowhere. */
  readonly timeStampUrl: string | null
  /** null: people sign in with a link or a passkey only. */
  readonly singleSignOn: IdentityProvider | null
  readonly trustProxy: boolean
}

/** A setting that cannot be used; `message` is one sentence per bad setting, fit for the terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the environment (an argument for tests) and makes the session secret when there is none.
 * Throws ConfigError naming every bad setting.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: string[] = []
  const value = <Name extends keyof Settings>(name: Name): Value<Name> | null => {
    const definition: Setting<unknown> = settings[name]
    const text = environment[name]?.trim() || definition.default
    if (text === undefined) return null
    const parsed = definition.type.safeParse(text)
    if (parsed.success) return parsed.data as Value<Name>
    const shown = definition.secret ? 'The given value' : `"${text}"`
    problems.push(`${name} must be ${definition.expects}. ${shown} is not.`)
    return null
  }
  // Settings with a default are null only when `problems` holds the reason, and then nothing is returned.
  const required = <Name extends keyof Settings>(name: Name): Value<Name> => value(name) as Value<Name>

  const translation = remoteModel(
    value('NARU_TRANSLATION_URL'),
    value('NARU_TRANSLATION_MODEL'),
    value('NARU_TRANSLATION_KEY'),
  )
  if (translation === 'incomplete') {
    problems.push('NARU_TRANSLATION_URL and NARU_TRANSLATION_MODEL must be set together, or neither.')
  }
  const embedding = remoteModel(value('NARU_EMBEDDING_URL'), value('NARU_EMBEDDING_MODEL'), value('NARU_EMBEDDING_KEY'))
  if (embedding === 'incomplete') {
    problems.push('NARU_EMBEDDING_URL and NARU_EMBEDDING_MODEL must be set together, or neither.')
  }
  const [turnUrls, turnSecret] = [value('NARU_TURN_URLS'), value('NARU_TURN_SECRET')]
  if ((turnUrls === null) !== (turnSecret === null)) {
    problems.push('NARU_TURN_URLS and NARU_TURN_SECRET must be set together, or neither.')
  }
  const mediaServer = {
    url: value('NARU_LIVEKIT_URL'),
    key: value('NARU_LIVEKIT_KEY'),
    secret: value('NARU_LIVEKIT_SECRET'),
  }
  if (new Set(Object.values(mediaServer).map((each) => each === null)).size > 1) {
    problems.push('NARU_LIVEKIT_URL, NARU_LIVEKIT_KEY and NARU_LIVEKIT_SECRET must be set together, or none of them.')
  }
  const provider = {
    issuer: value('OIDC_ISSUER'),
    clientId: value('OIDC_CLIENT_ID'),
    clientSecret: value('OIDC_CLIENT_SECRET'),
  }
  if (new Set(Object.values(provider).map((each) => each === null)).size > 1) {
    problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together, or none of them.')
  }
  const endpoint = value('OTEL_EXPORTER_OTLP_ENDPOINT')
  const bucket = { url: value('S3_URL'), key: value('S3_KEY'), secret: value('S3_SECRET') }
  if (new Set(Object.values(bucket).map((each) => each === null)).size > 1) {
    problems.push('S3_URL, S3_KEY and S3_SECRET must be set together, or none of them.')
  }
  const screeningUrl = value('NARU_SCREENING_URL')
  const screeningKey = value('NARU_SCREENING_KEY')
  const port = required('PORT')
  const config = {
    databaseUrl: value('DATABASE_URL'),
    dataDir: required('NARU_DATA_DIR'),
    port,
    screening: screeningUrl === null ? null : { url: screeningUrl, key: screeningKey },
    host: required('HOST'),
    baseUrl: value('BASE_URL') ?? `http://localhost:${port}`,
    smtpUrl: value('SMTP_URL'),
    mailFrom: required('MAIL_FROM'),
    logLevel: required('LOG_LEVEL'),
    demo: required('NARU_DEMO'),
    programmesOpenedBy: required('NARU_PROGRAMMES_OPENED_BY'),
    administrators: value('NARU_ADMINISTRATORS'),
    retention: {
      mailDays: required('NARU_KEEP_MAIL_DAYS'),
      chatDays: required('NARU_KEEP_CHAT_DAYS'),
      importDays: required('NARU_KEEP_IMPORT_DAYS'),
      personDays: required('NARU_KEEP_PERSON_DAYS'),
      nameDays: required('NARU_KEEP_NAME_DAYS'),
    },
    trustProxy: required('TRUST_PROXY'),
    timeStampUrl: value('TSA_URL'),
    singleSignOn: isSet(provider) ? provider : null,
    telemetry:
      endpoint === null
        ? null
        : {
            endpoint,
            serviceName: required('OTEL_SERVICE_NAME'),
            share: required('OTEL_TRACES_SAMPLER_ARG'),
            metricSeconds: required('OTEL_METRIC_EXPORT_INTERVAL') / 1000,
          },
    objectStore: isSet(bucket) ? { ...bucket, region: required('S3_REGION') } : null,
    rooms: {
      opensMinutes: required('NARU_ROOM_OPENS_MINUTES'),
      closesMinutes: required('NARU_ROOM_CLOSES_MINUTES'),
      turn: turnUrls && turnSecret ? { urls: turnUrls, secret: turnSecret } : null,
      livekit: isSet(mediaServer) ? mediaServer : null,
    },
  }
  const secret = value('NARU_SECRET')
  if (problems.length > 0 || translation === 'incomplete' || embedding === 'incomplete')
    throw new ConfigError(problems.join('\n'))
  return { ...config, translation, embedding, secret: secret ?? keptSecret(config.dataDir) }
}

const remoteModel = (
  url: string | null,
  model: string | null,
  key: string | null,
): RemoteModel | null | 'incomplete' => {
  if (url === null && model === null) return null
  return url === null || model === null ? 'incomplete' : { url, model, key }
}

const isSet = <Whole extends object>(settings: {
  readonly [Key in keyof Whole]: Whole[Key] | null
}): settings is Whole => Object.values(settings).every((each) => each !== null)

/** Whether the secret comes from outside; else it lies in the data directory. */
export const isSecretGiven = (): boolean => Boolean(process.env.NARU_SECRET?.trim())

/** The secret of this data directory; of two processes that make it at once, both get the first one's. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const candidate = `${path}.${process.pid}`
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  writeFileSync(candidate, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(candidate, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(candidate)
  }
  return readFileSync(path, 'utf8').trim()
}

export interface SettingRow {
  readonly name: string
  readonly default: string | null
  readonly expects: string
  readonly description: string
  readonly secret: boolean
}

/** The rows of the configuration page. */
export const describeSettings = (): SettingRow[] =>
  Object.entries<Setting<unknown>>(settings).map(([name, { default: standard, expects, description, secret }]) => ({
    name,
    default: standard ?? null,
    expects,
    description,
    secret: secret ?? false,
  }))
