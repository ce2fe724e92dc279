import { useTombol } from '../../app/tombol.ts';

/** Keys of the review queue; letters work only while no field has the focus and no dialog is open. */
export type Pintasan = Readonly<
  Record<
    'setujui' | 'kembalikan' | 'berikutnya' | 'sebelumnya' | 'pilih' | 'urung' | 'bantuan',
    (event: KeyboardEvent) => unknown
  >
>;

/** {@link useTombol} with the keys of the review queue. */
export const usePintasan = ({
  setujui,
  kembalikan,
  berikutnya,
  sebelumnya,
  pilih,
  urung,
  bantuan,
}: Pintasan): void =>
  useTombol({
    s: setujui,
    k: kembalikan,
    j: berikutnya,
    ArrowDown: berikutnya,
    l: sebelumnya,
    ArrowUp: sebelumnya,
    x: pilih,
    u: urung,
    '?': bantuan,
  });
