import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { type Instant, minutesBetween, toInstant } from '../../../kernel/instant.ts'
import { type TimeZone, fromWallClock, wallClock } from '../../../kernel/time-zone.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useZones } from '../../ui/time.tsx'
import { formatDay, readZones } from '../../ui/time-format.ts'
import { type BlockFault, faultOfBlock, previewTimeslots } from './block-cut.ts'
import styles from './block-form.module.css'
import { useEventWords } from './event-words.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { EventDetails } from './shapes.ts'
import { useRefreshEvent } from './use-event.ts'

const DEFAULT_SLOT_MINUTES = 25
const DEFAULT_BUFFER_MINUTES = 5
const MAX_HOURS = 24

interface Draft {
  readonly day: string
  readonly from: string
  readonly to: string
  readonly slotMinutes: number
  readonly bufferMinutes: number
}

/** Follows the last block: the next day at the same time, cut the same way. */
function draftAfter(event: EventDetails, zone: TimeZone): Draft {
  const last = event.blocks.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).at(-1)
  if (!last) {
    return { day: '', from: '', to: '', slotMinutes: DEFAULT_SLOT_MINUTES, bufferMinutes: DEFAULT_BUFFER_MINUTES }
  }
  const nextDay = toInstant(Date.parse(last.startsAt) + MAX_HOURS * 3_600_000)
  return {
    day: wallClock(nextDay, zone).date,
    from: wallClock(last.startsAt, zone).time,
    to: wallClock(last.endsAt, zone).time,
    slotMinutes: last.slotMinutes,
    bufferMinutes: last.bufferMinutes,
  }
}

const at = (day: string, time: string, zone: TimeZone): Instant | null =>
  day === '' || time === '' ? null : fromWallClock({ date: day, time }, zone)

/** A new block, with the timeslots it will be cut into while one types. */
export function BlockForm({ event, onClose }: { event: EventDetails; onClose: () => void }) {
  const t = useMessages(messages)
  const refresh = useRefreshEvent()
  const zones = useZones()
  const [zone, setZone] = useState(zones[0]?.zone ?? 'UTC')
  const [draft, setDraft] = useState(() => draftAfter(event, zone))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const startsAt = at(draft.day, draft.from, zone)
  const endsAt = at(draft.day, draft.to, zone)
  const { slotMinutes, bufferMinutes } = draft
  const block = startsAt && endsAt ? { startsAt, endsAt, slotMinutes, bufferMinutes } : null
  const fault = block ? faultOfBlock(event.blocks, block) : null
  const faults = useFaultSentences(fault, slotMinutes)
  const add = useMutation({
    ...query.events.addBlock.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ timeslots }) => {
      await refresh()
      notify({ text: t('block.saved', { count: timeslots }) })
      onClose()
    },
  })
  return (
    <Modal
      opened
      title={t('block.title')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={!block || fault !== null}
          loading={add.isPending}
          onClick={() => {
            if (block) add.mutate({ programmeId: event.programmeId, eventId: event.id, ...block })
          }}
        >
          {t('block.save')}
        </Button>
      }
    >
      <div className={page.form}>
        {zones.length > 1 ? (
          <div>
            <p className={page.label} id="block-clock">
              {t('block.clock')}
            </p>
            <SegmentedControl
              aria-labelledby="block-clock"
              value={zone}
              onChange={setZone}
              data={zones.map((home) => ({ value: home.zone, label: home.name }))}
            />
          </div>
        ) : null}
        <div className={styles.when}>
          <TextInput
            type="date"
            label={t('block.day')}
            value={draft.day}
            onChange={(input) => change({ day: input.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('block.from')}
            value={draft.from}
            error={faults.from}
            onChange={(input) => change({ from: input.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('block.to')}
            value={draft.to}
            error={faults.to}
            onChange={(input) => change({ to: input.currentTarget.value })}
          />
        </div>
        <OtherClock zone={zone} startsAt={startsAt} endsAt={fault === 'ends-before-it-starts' ? null : endsAt} />
        <div className={page.row}>
          <NumberInput
            label={t('block.slot')}
            value={slotMinutes}
            min={5}
            max={240}
            allowDecimal={false}
            error={faults.slot}
            onChange={(value) => change({ slotMinutes: value === '' ? Number.NaN : Number(value) })}
          />
          <NumberInput
            label={t('block.buffer')}
            value={bufferMinutes}
            min={0}
            max={120}
            allowDecimal={false}
            onChange={(value) => change({ bufferMinutes: value === '' ? Number.NaN : Number(value) })}
          />
        </div>
        {block && fault !== 'ends-before-it-starts' && fault !== 'too-long' ? (
          <Yield block={block} zone={zone} />
        ) : block ? null : (
          <p className={page.quiet}>{t('block.incomplete')}</p>
        )}
        {add.error ? <ProblemNotice error={add.error} compact /> : null}
      </div>
    </Modal>
  )
}

/** Each objection beside the field that mends it. */
function useFaultSentences(fault: BlockFault | null, slotMinutes: number) {
  const words = useEventWords()
  return {
    from: fault === 'overlaps' ? words('errors.block-overlaps') : null,
    to:
      fault === 'ends-before-it-starts'
        ? words('errors.block-ends-before-it-starts')
        : fault === 'too-long'
          ? words('errors.block-too-long', { maxHours: MAX_HOURS })
          : null,
    slot:
      fault === 'without-slot'
        ? words('errors.block-without-slot', { slotMinutes: Number.isNaN(slotMinutes) ? 5 : slotMinutes })
        : null,
  }
}

/** The same hours on the clocks of the other sides. */
function OtherClock({ zone, startsAt, endsAt }: { zone: TimeZone; startsAt: Instant | null; endsAt: Instant | null }) {
  const { locale } = useLocale()
  const others = useZones().filter((home) => home.zone !== zone)
  if (!startsAt || !endsAt) return null
  return (
    <ul className={styles.other}>
      {others.map((home) => {
        const [from] = readZones(startsAt, [home.zone], locale)
        const [to] = readZones(endsAt, [home.zone], locale)
        return (
          <li key={home.zone}>
            {home.name}: {formatDay(startsAt, home.zone, locale, true)} {from?.clock}–{to?.clock} {from?.label}
          </li>
        )
      })}
    </ul>
  )
}

/** How many timeslots, how they lie in the block, and what is left over. */
function Yield({ block, zone }: { block: Parameters<typeof previewTimeslots>[0]; zone: TimeZone }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const slots = previewTimeslots(block)
  const last = slots.at(-1)
  const length = minutesBetween(block.startsAt, block.endsAt)
  const left = last ? minutesBetween(last.endsAt, block.endsAt) : 0
  const [end] = last ? readZones(last.endsAt, [zone], locale) : []
  return (
    <div className={styles.yield} role="status">
      <p>
        <b>{t('block.yields', { count: slots.length })}</b>
        {end ? (
          <span>
            {t('block.ends')} {end.clock}
          </span>
        ) : null}
      </p>
      <div className={styles.cut} aria-hidden="true">
        {slots.map((slot) => (
          <i
            key={slot.startsAt}
            style={{
              left: `${(100 * minutesBetween(block.startsAt, slot.startsAt)) / length}%`,
              width: `${(100 * block.slotMinutes) / length}%`,
            }}
          />
        ))}
      </div>
      {left > 0 ? <small>{t('block.unused', { minutes: left })}</small> : null}
    </div>
  )
}
