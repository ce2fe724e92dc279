import type { PutusanUsulan, UsulanTampil } from '../../shared/protocol/index.ts';
import { usulan as words } from '../i18n/id/usulan.ts';
import { fetchTransport, fetchUsulan, sendPutusan } from '../sync/index.ts';
import { denganBukti } from './bukti.ts';
import { tandaUsulan } from './usulan-tanda.ts';

/* What an admin's screen asks of the service. None of it is kept in the browser: it is the data of other people. */

/** Whether the asker may decide on it, so that it waits for nobody else. */
export const menungguSaya = ({ halangan, langkah }: UsulanTampil): boolean =>
  halangan === null && langkah !== 'orang_kedua';

/** Corrections that wait; what of them waits for the asker is told to navigation and Beranda. */
export const daftarUsulan = async () => {
  const hasil = await denganBukti(() => fetchUsulan(fetchTransport));
  if (hasil.ok) {
    const count = hasil.list.filter(menungguSaya).length;
    tandaUsulan.value = { count, label: words.admin.menungguKeputusan(count) };
  }
  return hasil;
};
/** Decides on one. */
export const putuskanUsulan = (id: string, putusan: PutusanUsulan) =>
  denganBukti(() => sendPutusan(fetchTransport, id, putusan));
