/** Path of an installed Chromium or Chrome, or null. CHROMIUM_PATH wins when set, even over one that is there. */
export function findBrowser(): string | null
