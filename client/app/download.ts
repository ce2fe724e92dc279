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
