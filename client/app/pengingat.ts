import type { SetelanPengingat } from '../../shared/domain/index.ts';
import { getSetting, type Registry, setSetting } from '../store/index.ts';
import { endReminder, fetchReminder, fetchTransport, putReminder, type Trouble } from '../sync/index.ts';

/** Why a phone is not woken: it cannot be, its person said no, or the service did not answer. */
export type TakDiingatkan = { readonly ok: false; readonly sebab: 'tak-bisa' | 'ditolak' | Trouble['code'] };
type Hasil = { readonly ok: true } | TakDiingatkan;

/** What is set for this phone; `kunci` null: the service reminds nobody. */
export const tanyaPengingat = () => fetchReminder(fetchTransport);

const pushManager = async (): Promise<PushManager | null> => {
  if (!('PushManager' in globalThis) || !('Notification' in globalThis)) return null;
  return (await navigator.serviceWorker?.getRegistration())?.pushManager ?? null;
};

/** True where this browser can be woken at all: on iOS only once the app is on the home screen. */
export const bisaDiingatkan = async (): Promise<boolean> => (await pushManager()) !== null;

const berlangganan = async (manager: PushManager, kunci: string): Promise<string | null> => {
  const langganan = await manager
    .subscribe({ userVisibleOnly: true, applicationServerKey: kunci })
    .catch(async () => {
      // Another key of the service stands in the browser still.
      await (await manager.getSubscription())?.unsubscribe();
      return manager.subscribe({ userVisibleOnly: true, applicationServerKey: kunci }).catch(() => null);
    });
  return langganan?.endpoint ?? null;
};

/** Asks the person's leave, the browser's address, and the service to be woken. */
export const hidupkanPengingat = async (
  registry: Registry,
  kunci: string,
  { jam, hari }: SetelanPengingat,
): Promise<Hasil> => {
  const manager = await pushManager();
  if (!manager) return { ok: false, sebab: 'tak-bisa' };
  if ((await Notification.requestPermission()) !== 'granted') return { ok: false, sebab: 'ditolak' };
  const alamat = await berlangganan(manager, kunci);
  if (!alamat) return { ok: false, sebab: 'tak-bisa' };
  const setelan = { alamat, jam, hari: [...hari] };
  const answer = await putReminder(fetchTransport, setelan);
  if (!answer.ok) return { ok: false, sebab: answer.code };
  await setSetting(registry, 'pengingat', setelan);
  return { ok: true };
};

/** The phone is woken no more; where the service cannot be reached the browser gives its address up all the same. */
export const matikanPengingat = async (registry: Registry): Promise<Hasil> => {
  await (await (await pushManager())?.getSubscription())?.unsubscribe();
  await setSetting(registry, 'pengingat', null);
  const answer = await endReminder(fetchTransport);
  return answer.ok ? { ok: true } : { ok: false, sebab: answer.code };
};

/** Browsers change their address now and then: the service is told the new one, in a quiet moment. */
export const segarkanPengingat = async (registry: Registry): Promise<void> => {
  const setelan = await getSetting(registry, 'pengingat');
  if (!setelan) return;
  const alamat = (await (await pushManager())?.getSubscription())?.endpoint;
  if (!alamat || alamat === setelan.alamat) return;
  const next = { ...setelan, alamat, hari: [...setelan.hari] };
  if ((await putReminder(fetchTransport, next)).ok) await setSetting(registry, 'pengingat', next);
};
