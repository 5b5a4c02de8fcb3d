import { type ReactNode, useMemo, useState } from 'react'
import { ActionIcon } from '@mantine/core'
import type { Locale } from '../../kernel/locale.ts'
import { intlTag } from '../intl-tag.ts'
import { useLocale, useMessages, useNumbers } from '../locale.tsx'
import { Icon } from './icon.tsx'
import { messages } from './messages.ts'
import styles from './data-table.module.css'

export interface Column<Row> {
  readonly id: string
  /** Heading; also the word beside the value when the row is a card. */
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Makes the column sortable by this value; null sorts last. */
  readonly sortBy?: (row: Row) => string | number | null
  /** `end` for figures. */
  readonly align?: 'end'
  readonly width?: string
  /** `title` heads the card on a phone; `hidden` leaves it out there. */
  readonly onPhone?: 'title' | 'hidden'
}

export interface Sort {
  readonly columnId: string
  readonly direction: 'up' | 'down'
}

/** A page of rows that the server holds; without it all rows are here and long lists are paged on the spot. */
export interface Paging {
  readonly page: number
  readonly pageSize: number
  readonly total: number
  readonly onPage: (page: number) => void
}

const PAGE_ROWS = 200

/**
 * Rows and columns: sortable heads, a head that stays in sight, cards on phones, pages beyond 200 rows.
 * `tools` stand left above the table (search, filters), `exports` right (every table has one).
 */
export function DataTable<Row>({
  label,
  rows,
  columns,
  rowKey,
  initialSort = null,
  sort: sortFromOutside,
  onSort,
  paging,
  tools,
  exports: exportSlot,
  empty,
  rowNote,
}: {
  /** Names the table for screen readers. */
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  initialSort?: Sort | null
  /** With `onSort`, the server sorts. */
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  paging?: Paging
  tools?: ReactNode
  exports?: ReactNode
  empty?: ReactNode
  /** `hand` marks the row that waits for a person, `selected` the chosen one. */
  rowNote?: (row: Row) => 'hand' | 'selected' | undefined
}) {
  const { locale } = useLocale()
  const t = useMessages(messages)
  const [ownSort, setOwnSort] = useState(initialSort)
  const [ownPage, setOwnPage] = useState(1)
  const sort = onSort ? (sortFromOutside ?? null) : ownSort
  const sorted = useMemo(
    () => (onSort ? rows : sortRows(rows, columns, sort, locale)),
    [rows, columns, sort, locale, onSort],
  )
  const pages: Paging = paging ?? {
    page: Math.min(ownPage, Math.max(1, Math.ceil(sorted.length / PAGE_ROWS))),
    pageSize: PAGE_ROWS,
    total: sorted.length,
    onPage: setOwnPage,
  }
  const shown = paging ? sorted : sorted.slice((pages.page - 1) * PAGE_ROWS, pages.page * PAGE_ROWS)
  const toggleSort = (columnId: string) => {
    const next: Sort = {
      columnId,
      direction: sort?.columnId === columnId && sort.direction === 'up' ? 'down' : 'up',
    }
    if (onSort) onSort(next)
    else setOwnSort(next)
  }

  return (
    <div className={styles.wrap}>
      <div className={styles.bar}>
        <div className={styles.tools}>{tools}</div>
        <SortChoice columns={columns} sort={sort} onSort={toggleSort} />
        <div className={styles.exports}>{exportSlot}</div>
      </div>
      {shown.length === 0 && empty ? (
        empty
      ) : (
        <div className={styles.frame}>
          <table className={styles.table}>
            <caption className="hidden-text">{label}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <HeadCell key={column.id} column={column} sort={sort} onSort={toggleSort} />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={rowKey(row)} data-note={rowNote?.(row)}>
                  {columns.map((column) => (
                    <td key={column.id} data-align={column.align} data-phone={column.onPhone} data-head={column.head}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.foot}>
        {pages.total > pages.pageSize ? <Pager {...pages} /> : <span>{t('rows', { count: pages.total })}</span>}
      </div>
    </div>
  )
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: Sort | null
  onSort: (columnId: string) => void
}) {
  const direction = sort?.columnId === column.id ? sort.direction : null
  const ariaSort = direction === 'up' ? 'ascending' : direction === 'down' ? 'descending' : undefined
  // A column of deeds has no name; an empty heading would be read aloud.
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a cell is no control
  if (column.head === '') return <td style={{ width: column.width }} />
  return (
    <th scope="col" data-align={column.align} style={{ width: column.width }} aria-sort={ariaSort}>
      {column.sortBy ? (
        <button type="button" onClick={() => onSort(column.id)} data-direction={direction ?? undefined}>
          {column.head}
          <svg width="8" height="12" viewBox="0 0 8 12" aria-hidden="true" focusable="false">
            <path d="M4 1L1 4.5h6z" className={styles.up} />
            <path d="M4 11l3-3.5H1z" className={styles.down} />
          </svg>
        </button>
      ) : (
        column.head
      )}
    </th>
  )
}

/** Cards have no heads to press, so a phone sorts by a choice. */
function SortChoice<Row>({
  columns,
  sort,
  onSort,
}: {
  columns: readonly Column<Row>[]
  sort: Sort | null
  onSort: (columnId: string) => void
}) {
  const t = useMessages(messages)
  const sortable = columns.filter((column) => column.sortBy)
  if (sortable.length === 0) return null
  return (
    <label className={styles.sortChoice}>
      <Icon name="sort" />
      <span className="hidden-text">{t('sortBy')}</span>
      <select value={sort?.columnId ?? ''} onChange={(event) => onSort(event.currentTarget.value)}>
        {sort ? null : <option value="">{t('sortBy')}</option>}
        {sortable.map((column) => (
          <option key={column.id} value={column.id}>
            {column.head}
          </option>
        ))}
      </select>
    </label>
  )
}

function Pager({ page, pageSize, total, onPage }: Paging) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const last = Math.ceil(total / pageSize)
  return (
    <>
      <span>
        {t('pageOf', {
          from: number((page - 1) * pageSize + 1),
          to: number(Math.min(total, page * pageSize)),
          total: number(total),
        })}
      </span>
      <ActionIcon
        variant="default"
        aria-label={t('previousPage')}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <Icon name="chevron-left" />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={t('nextPage')} disabled={page >= last} onClick={() => onPage(page + 1)}>
        <Icon name="chevron-right" />
      </ActionIcon>
    </>
  )
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
  locale: Locale,
): readonly Row[] {
  const value = columns.find(({ id }) => id === sort?.columnId)?.sortBy
  if (!sort || !value) return rows
  const { compare } = new Intl.Collator(intlTag(locale), { numeric: true, sensitivity: 'base' })
  const sign = sort.direction === 'up' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * compare(String(left), String(right))
  })
}
