/** The largest circle of the map, and the smallest that is still seen. */
const LARGEST_PX = 24
const SMALLEST_PX = 4

/** Radius of a circle whose area stands for the count; `most` is the largest count of the picture. */
export const circleRadiusPx = (count: number, most: number): number =>
  count <= 0 ? 0 : Math.max(SMALLEST_PX, LARGEST_PX * Math.sqrt(Math.min(1, count / Math.max(1, most))))

/** One shore seeks what another offers. */
export const meetsAcross = (
  shores: readonly { readonly sideId: string; readonly offers: number; readonly requests: number }[],
): boolean =>
  shores.some(
    ({ sideId, requests }) => requests > 0 && shores.some((other) => other.sideId !== sideId && other.offers > 0),
  )
