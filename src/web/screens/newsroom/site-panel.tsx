import { Button, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { BannerForm } from './banner-form.tsx'
import { messages } from './messages.ts'
import styles from './newsroom.module.css'
import type { BannerInput, Site } from './shapes.ts'

/** What stands on the public pages besides articles: the open catalogue and the banners. */
export function SitePanel({ isOperator }: { isOperator: boolean }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const client = useQueryClient()
  const options = query.newsroom.readSite.queryOptions({ input: { programmeId: programme.id } })
  const { data } = useQuery(options)
  const refresh = () => client.invalidateQueries({ queryKey: options.queryKey })
  const setOpen = useMutation({
    ...query.newsroom.setCatalogue.mutationOptions(),
    onSuccess: async (_done, { open }) => {
      await refresh()
      notify({ text: t(open ? 'pages.opened' : 'pages.closed') })
    },
  })
  if (!data) return null
  return (
    <Panel title={t('pages.title')}>
      <div className={styles.site}>
        <p className={styles.links}>
          <a href="/news" target="_blank" rel="noopener">
            <Icon name="external" /> {t('pages.news')}
          </a>
          <a href="/catalogue" target="_blank" rel="noopener">
            <Icon name="external" /> {t('pages.catalogue')}
          </a>
        </p>
        <Switch
          label={t('pages.openSwitch')}
          description={t('pages.openHint')}
          checked={data.catalogueIsOpen}
          disabled={!isOperator || setOpen.isPending}
          onChange={(input) => setOpen.mutate({ programmeId: programme.id, open: input.currentTarget.checked })}
        />
        <Banners banners={data.banners} isOperator={isOperator} onSaved={refresh} />
      </div>
    </Panel>
  )
}

function Banners({
  banners,
  isOperator,
  onSaved,
}: {
  banners: Site['banners']
  isOperator: boolean
  onSaved: () => Promise<void>
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const [adding, setAdding] = useState(false)
  const save = useMutation({
    ...query.newsroom.setBanners.mutationOptions(),
    onSuccess: async () => {
      await onSaved()
      notify({ text: t('pages.saved') })
      setAdding(false)
    },
  })
  const put = (rows: readonly BannerInput[]) => save.mutate({ programmeId: programme.id, banners: [...rows] })
  return (
    <div>
      <h3 className={styles.subhead}>{t('pages.banners')}</h3>
      {banners.length === 0 ? <p className={styles.quiet}>{t('pages.noBanners')}</p> : null}
      <ul className={styles.banners}>
        {banners.map((banner) => (
          <li key={banner.id}>
            <a href={banner.address} target="_blank" rel="noopener">
              {text(banner.title)}
            </a>
            {isOperator ? (
              <Button
                size="xs"
                aria-label={t('pages.remove', { name: text(banner.title) })}
                onClick={() => put(banners.filter(({ id }) => id !== banner.id))}
              >
                <Icon name="close" size={12} />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isOperator ? (
        <Button size="xs" leftSection={<Icon name="plus" size={12} />} onClick={() => setAdding(true)}>
          {t('pages.addBanner')}
        </Button>
      ) : null}
      {adding ? (
        <BannerForm
          busy={save.isPending}
          onClose={() => setAdding(false)}
          onAdd={(banner) => put([...banners, banner])}
        />
      ) : null}
    </div>
  )
}
