import { signal } from '@preact/signals';

/** Pictures that the phone's camera gave to the frame, for the form of that draft to take in. */
export const titipan = signal<{ readonly draftId: string; readonly files: readonly File[] } | null>(null);

/** True while the phone's camera is in front of the app: an app lock lets her finish. */
export const diKamera = signal(false);

/** Takes the pictures for a draft, once. */
export const ambilTitipan = (draftId: string): readonly File[] => {
  const held = titipan.peek();
  if (held?.draftId !== draftId) return [];
  titipan.value = null;
  return held.files;
};
