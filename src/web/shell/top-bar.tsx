import { useMutation } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { query } from '../api.ts'
import { useColorScheme } from '../color-scheme.ts'
import { useLocale, useMessages } from '../locale.tsx'
import { Icon } from '../ui/icon.tsx'
import { Logo } from '../ui/logo.tsx'
import { Popover } from '../ui/popover.tsx'
import { messages } from './messages.ts'
import type { Person, Role } from './programme-context.ts'
import styles from './top-bar.module.css'

const LANGUAGE_NAMES: Record<Locale, string> = { ko: '한국어', ru: 'Русский', en: 'English' }

/** Where one is, the language, light or dark, and the person. Without a trail it shows the brand. */
export function TopBar({
  trail = [],
  person,
  roles = [],
}: {
  trail?: readonly string[]
  person?: Person | undefined
  roles?: readonly Role[]
}) {
  const t = useMessages(messages)
  return (
    <header className={styles.top} data-alone={trail.length === 0 || undefined}>
      {trail.length === 0 ? (
        <span className={styles.brand}>
          <Logo />
          {t('product')}
        </span>
      ) : (
        <nav className={styles.trail} aria-label={t('trail')}>
          <ol>
            {trail.map((name, index) => (
              <li key={name} aria-current={index === trail.length - 1 ? 'location' : undefined}>
                {name}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <LanguageSwitch signedIn={person !== undefined} />
      <ThemeButton />
      {person ? <PersonMenu person={person} roles={roles} /> : null}
    </header>
  )
}

/** ko, ru, en: at once, without a reload, and for the mails that follow. */
function LanguageSwitch({ signedIn }: { signedIn: boolean }) {
  const t = useMessages(messages)
  const { locale, setLocale } = useLocale()
  const save = useMutation({ ...query.accounts.setLocale.mutationOptions(), meta: { quiet: true } })
  return (
    <span className={styles.languages} role="group" aria-label={t('language')}>
      {LOCALES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => {
            setLocale(one)
            if (signedIn) save.mutate({ locale: one })
          }}
        >
          {one}
          <span className="hidden-text">, {LANGUAGE_NAMES[one]}</span>
        </button>
      ))}
    </span>
  )
}

function ThemeButton() {
  const t = useMessages(messages)
  const { scheme, toggle } = useColorScheme()
  const label = scheme === 'dark' ? t('toLight') : t('toDark')
  return (
    <button type="button" className={styles.theme} aria-label={label} title={label} onClick={toggle}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        aria-hidden="true"
        focusable="false"
      >
        <circle cx="8" cy="8" r="5.5" />
        <path d="M8 2.5v11A5.5 5.5 0 0 0 8 2.5z" fill="currentColor" />
      </svg>
    </button>
  )
}

/** Two letters for the round button: initials, or for a Korean name the given name, which is what people go by. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  if (/^\p{Script=Hangul}+$/u.test(name.trim())) return [...name.trim()].slice(-2).join('')
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}

/** Only inside a programme: the page hangs under it. */
function AccountLink({ className }: { className: string }) {
  const t = useMessages(messages)
  const { programmeId } = useParams({ strict: false })
  if (programmeId === undefined) return null
  return (
    <Link to="/programmes/$programmeId/my/account" params={{ programmeId }} className={className}>
      <Icon name="key" />
      {t('myAccount')}
    </Link>
  )
}

/** What belongs to the running of the installation rather than to a stage. */
function OperatorLinks({ className }: { className: string }) {
  const t = useMessages(messages)
  const { programmeId } = useParams({ strict: false })
  if (programmeId === undefined) return null
  return (
    <>
      <Link to="/programmes/$programmeId/settings" params={{ programmeId }} className={className}>
        <Icon name="document" />
        {t('settings')}
      </Link>
      <Link to="/programmes/$programmeId/settings/webhooks" params={{ programmeId }} className={className}>
        <Icon name="external" />
        {t('webhooks')}
      </Link>
      <Link to="/programmes/$programmeId/operations" params={{ programmeId }} className={className}>
        <Icon name="info" />
        {t('operations')}
      </Link>
    </>
  )
}

function PersonMenu({ person, roles }: { person: Person; roles: readonly Role[] }) {
  const t = useMessages(messages)
  const signOut = useMutation({
    ...query.accounts.signOut.mutationOptions(),
    // A full load forgets everything that this person could see.
    onSuccess: () => location.assign('/app/sign-in'),
  })
  return (
    <Popover
      label={t('account', { name: person.name })}
      buttonClassName={styles.who}
      buttonTitle={person.name}
      button={
        <>
          {initials(person.name)}
          <span className="hidden-text">, {t('account', { name: person.name })}</span>
        </>
      }
    >
      <div className={styles.person}>
        <b>{person.name}</b>
        <span>{person.email}</span>
        {roles.length > 0 ? <span>{roles.map((role) => t(`roles.${role}`)).join(', ')}</span> : null}
      </div>
      <AccountLink className={styles.item ?? ''} />
      {roles.includes('operator') ? <OperatorLinks className={styles.item ?? ''} /> : null}
      <button
        type="button"
        className={styles.item}
        disabled={signOut.isPending}
        onClick={() => signOut.mutate(undefined)}
      >
        <Icon name="sign-out" />
        {t('signOut')}
      </button>
    </Popover>
  )
}
