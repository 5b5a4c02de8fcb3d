import { ActionIcon } from '@mantine/core'
import { Link, useRouter } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useMessages, useText } from '../locale.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Logo } from '../ui/logo.tsx'
import { Modal } from '../ui/modal.tsx'
import { Popover } from '../ui/popover.tsx'
import { type ChainStage, useChain, useCurrentStage } from './chain.ts'
import { messages } from './messages.ts'
import { useProgramme } from './programme-context.ts'
import { ProgrammeLink, useHasScreen } from './programme-link.tsx'
import styles from './rail.module.css'
import { programmesQuery } from './session.ts'
import { PERSONAL_PLACES, type PersonalPlace, STAGE_OF_PLACE, personalPath } from './stages.ts'

/**
 * The left rail: brand, programme, and the chain in its order; for companies and interpreters their own pages.
 * On a phone it lies on top: the chain as a row of dots, the whole of it behind the menu button.
 */
export function Rail() {
  const t = useMessages(messages)
  const { seesChain } = useProgramme()
  const [opened, setOpened] = useState(false)
  const close = useCallback(() => setOpened(false), [])
  useCloseOnNavigation(close)
  return (
    <nav className={styles.rail} aria-label={t(seesChain ? 'chain' : 'places')}>
      <div className={styles.brandRow}>
        <ProgrammeLink path="/" className={styles.brand} current={false}>
          <Logo />
          {t('product')}
        </ProgrammeLink>
        {seesChain ? (
          <ActionIcon
            className={styles.menuButton ?? ''}
            aria-label={t('chainShort')}
            aria-haspopup="dialog"
            onClick={() => setOpened(true)}
          >
            <Icon name="menu" size={20} />
          </ActionIcon>
        ) : null}
      </div>
      <div className={styles.desktopOnly}>
        <ProgrammePicker />
      </div>
      {seesChain ? <Chain /> : <PersonalNav />}
      <Modal opened={opened} side="left" title={t('product')} onClose={close}>
        <div className={styles.sheet}>
          <ProgrammePicker />
          <ChainList />
        </div>
      </Modal>
    </nav>
  )
}

function Chain() {
  return (
    <>
      <div className={styles.desktopOnly}>
        <ChainList />
      </div>
      <ChainDots />
    </>
  )
}

/** The chain as a list: number, name, live count; orange where a hand is needed. */
function ChainList() {
  const chain = useChain()
  const current = useCurrentStage()
  return (
    <ol className={styles.chain}>
      {chain.map((stage) => (
        <li key={stage.id} data-state={stage.state}>
          {stage.state === 'later' ? (
            <LaterStage stage={stage} />
          ) : (
            <ProgrammeLink path={stage.path} className={styles.stage} current={stage.id === current}>
              <i aria-hidden="true">{stage.number}</i>
              <span>{stage.name}</span>
              <StageCount stage={stage} />
            </ProgrammeLink>
          )}
        </li>
      ))}
    </ol>
  )
}

function StageCount({ stage }: { stage: ChainStage }) {
  if (stage.hand) {
    return (
      <em>
        <span aria-hidden="true">{stage.hand.count}</span>
        <span className="hidden-text">{stage.hand.label}</span>
      </em>
    )
  }
  return stage.count === null ? null : <em>{stage.count}</em>
}

/** A stage that is still to come: no link to nothing, but an explanation. */
function LaterStage({ stage, dot = false }: { stage: ChainStage; dot?: boolean }) {
  const t = useMessages(messages)
  return (
    <Popover
      label={stage.name}
      side={dot ? 'below-start' : 'right'}
      buttonClassName={dot ? styles.dot : styles.stage}
      button={
        <>
          <i aria-hidden="true">{stage.number}</i>
          <span>{stage.name}</span>
        </>
      }
    >
      <div className={styles.later}>
        <strong>
          {stage.number} {stage.name}
        </strong>
        <p>{stage.about}</p>
        <p>{t('later')}</p>
      </div>
    </Popover>
  )
}

/** The chain on a phone: a row of dots, the current one named. */
function ChainDots() {
  const chain = useChain()
  const current = useCurrentStage()
  const index = chain.findIndex(({ id }) => id === current)
  return (
    <div className={styles.dots}>
      <ol>
        {chain.map((stage) => (
          <li key={stage.id} data-state={stage.state}>
            {stage.state === 'later' ? (
              <LaterStage stage={stage} dot />
            ) : (
              <ProgrammeLink path={stage.path} className={styles.dot} current={stage.id === current}>
                <i aria-hidden="true">{stage.number}</i>
                <span>
                  {stage.name}
                  {stage.hand ? `, ${stage.hand.label}` : null}
                </span>
              </ProgrammeLink>
            )}
          </li>
        ))}
      </ol>
      {index >= 0 ? (
        <p
          aria-hidden="true"
          className={styles.dotName}
          data-end={index > 6 || undefined}
          style={{
            [index > 6 ? 'right' : 'left']: `${(100 * (index > 6 ? chain.length - 1 - index : index)) / chain.length}%`,
          }}
        >
          {chain[index]?.name}
        </p>
      ) : null}
    </div>
  )
}

const PLACE_ICONS: Record<PersonalPlace, IconName> = {
  agenda: 'calendar',
  profile: 'company',
  partners: 'match',
  requests: 'request',
  rooms: 'camera',
  availability: 'clock',
  agreements: 'document',
  commitments: 'check',
}

/** The few pages of a company representative or an interpreter; along the bottom edge on a phone. */
function PersonalNav() {
  const t = useMessages(messages)
  const { roles, programme } = useProgramme()
  const hasScreen = useHasScreen()
  const role = roles.includes('company-representative') ? 'company-representative' : 'interpreter'
  return (
    <ul className={styles.personal}>
      {PERSONAL_PLACES[role]
        .filter((place) => !programme.closedStages.includes(STAGE_OF_PLACE[place]))
        .filter((place) => hasScreen(personalPath(place)))
        .map((place) => (
          <li key={place}>
            <ProgrammeLink path={personalPath(place)}>
              <Icon name={PLACE_ICONS[place]} size={20} />
              {t(`personal.${place}.name`)}
            </ProgrammeLink>
          </li>
        ))}
    </ul>
  )
}

/** The open programme and the way to the others. */
function ProgrammePicker() {
  const t = useMessages(messages)
  const text = useText()
  const { programme, heldRoles } = useProgramme()
  const { data } = useSuspenseQuery(programmesQuery())
  return (
    <Popover
      label={t('otherProgrammes')}
      side="below-start"
      buttonClassName={styles.programme}
      button={
        <>
          <span className="hidden-text">{t('programme')}: </span>
          <b>{text(programme.name)}</b>
          <span>{text(programme.operatorName)}</span>
          <Icon name="chevron-down" />
        </>
      }
    >
      {data.rows.length === 1 ? (
        <p className={styles.later}>{t('oneProgramme')}</p>
      ) : (
        <ul className={styles.programmes}>
          {data.rows.map((row) => (
            <li key={row.id}>
              <Link to="/programmes/$programmeId" params={{ programmeId: row.id }}>
                <b>{text(row.name)}</b>
                <span>{row.archivedAt ? t('archived') : text(row.operatorName)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {heldRoles.includes('operator') ? (
        <ul className={styles.programmes}>
          <li>
            <Link to="/programmes/$programmeId/settings/new-programme" params={{ programmeId: programme.id }}>
              <b>{t('newProgramme')}</b>
            </Link>
          </li>
        </ul>
      ) : null}
    </Popover>
  )
}

function useCloseOnNavigation(close: () => void): void {
  const router = useRouter()
  useEffect(() => router.subscribe('onBeforeNavigate', close), [router, close])
}
