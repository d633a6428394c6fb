/** Whether the key beside the space bar is ⌘, for what is written on the keys. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
