/** True where this browser can hand these files to another app. */
export const bisaBagi = (files: readonly File[]): boolean =>
  (navigator as { canShare?: (data: ShareData) => boolean }).canShare?.({ files: [...files] }) ?? false;

/** Hands files to another app of the person's choice; true where one took them. Turning away from it is no fault. */
export const bagiBerkas = (files: readonly File[]): Promise<boolean> =>
  navigator.share({ files: [...files] }).then(
    () => true,
    () => false,
  );

/** Hands a file to the person as a download. The URL is let go after a minute: Safari reads it late. */
export const unduh = (file: Blob, nama: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = nama;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
