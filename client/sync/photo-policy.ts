/** What the person chose about data. */
export type DataChoice = { readonly wifiSaja: boolean; readonly hematData: boolean };
/** What the browser says of the line; all of it is missing on iOS and Firefox. */
export type Line = {
  readonly type?: string | undefined;
  readonly saveData?: boolean | undefined;
  readonly effectiveType?: string | undefined;
};

/**
 * May photos travel by themselves? Text always may. "Hanya Wi-Fi" believes only a line that says it is one: where the
 * browser does not tell, photos wait for "Kirim sekarang".
 */
export const mayPhotosGo = ({ wifiSaja, hematData }: DataChoice, line: Line | undefined): boolean => {
  if (hematData || line?.saveData === true) return false;
  if (line?.effectiveType === '2g' || line?.effectiveType === 'slow-2g') return false;
  return !wifiSaja || line?.type === 'wifi' || line?.type === 'ethernet';
};

/** What the browser says of the line now; undefined where it says nothing. */
export const lineNow = (): Line | undefined => (navigator as { connection?: Line }).connection;
