const VIEWS = ['lists', 'technologies'] as const

/** Without one: the parties. */
export type DeskView = (typeof VIEWS)[number]

export const deskViewOf = (view: unknown): DeskView | undefined => VIEWS.find((one) => one === view)
