import { useEffect, useState } from 'preact/hooks';
import { SETELAN_PENGINGAT, type SetelanPengingat, ulanganIcs } from '../../../shared/domain/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { unduh } from '../../app/download.ts';
import { useHariIni } from '../../app/hari.ts';
import {
  bisaDiingatkan,
  hidupkanPengingat,
  matikanPengingat,
  type TakDiingatkan,
  tanyaPengingat,
} from '../../app/pengingat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pengingat as words } from '../../i18n/id/pengingat-setelan.ts';
import { Banner, Button, Chip, Field, Page, Section, TextInput, Toggle, TopBar } from '../../ui/index.ts';
import './guru.css';
import './lain.css';

/** How this phone stands with the service; `luring`: it could not be asked. */
type Keadaan =
  | { readonly apa: 'memuat' | 'luring' | 'tak-ada' | 'tak-bisa' }
  | { readonly apa: 'bisa'; readonly kunci: string; readonly hidup: boolean };

const kataGagal = (sebab: TakDiingatkan['sebab']): string => {
  if (sebab === 'tak-bisa') return words.takBisa;
  return sebab === 'ditolak' ? words.ditolakHp : kataMasalah(sebab);
};

type Kini = { readonly keadaan: Keadaan; readonly setelan: SetelanPengingat | null };

const tanya = async (): Promise<Kini> => {
  if (!(await bisaDiingatkan())) return { keadaan: { apa: 'tak-bisa' }, setelan: null };
  const answer = await tanyaPengingat();
  if (!answer.ok) return { keadaan: { apa: 'luring' }, setelan: null };
  if (answer.kunci === null) return { keadaan: { apa: 'tak-ada' }, setelan: null };
  const { kunci, setelan } = answer;
  return { keadaan: { apa: 'bisa', kunci, hidup: setelan !== null }, setelan };
};

const Waktu = ({
  setelan,
  onSetelan,
}: {
  setelan: SetelanPengingat;
  onSetelan: (setelan: SetelanPengingat) => void;
}) => (
  <>
    <Field id="pengingat-jam" label={words.jam}>
      <TextInput
        type="time"
        required
        value={setelan.jam}
        onInput={({ currentTarget: { value } }) => value && onSetelan({ ...setelan, jam: value.slice(0, 5) })}
      />
    </Field>
    <div class="field">
      <span class="label" id="pengingat-hari">
        {words.hari}
      </span>
      <div class="deret-chip" role="group" aria-labelledby="pengingat-hari">
        {words.namaHari.map((nama, i) => {
          const hari = i + 1;
          const dipilih = setelan.hari.includes(hari);
          const lain = setelan.hari.filter((satu) => satu !== hari);
          return (
            <Chip
              key={nama}
              pressed={dipilih}
              onClick={() => onSetelan({ ...setelan, hari: dipilih ? lain : [...lain, hari].sort() })}
            >
              {nama}
            </Chip>
          );
        })}
      </div>
      {setelan.hari.length === 0 && <p class="field-error">{words.hariKosong}</p>}
    </div>
  </>
);

const KeKalender = ({ app, setelan }: { app: App; setelan: SetelanPengingat }) => {
  const { hariIni } = useHariIni();
  const simpan = (): void => {
    const acara = {
      uid: `pengingat.${app.actor.id}@e-kinerja-luring`,
      judul: words.acara,
      keterangan: words.acaraKet,
      mulai: hariIni,
    };
    unduh(new Blob([ulanganIcs(setelan, acara, app.clock())], { type: 'text/calendar' }), words.namaBerkas);
  };
  return (
    <Section title={words.kalender}>
      <p class="redup">{words.kalenderKet}</p>
      <Button block icon="calendar" disabled={setelan.hari.length === 0} onClick={simpan}>
        {words.kalender}
      </Button>
    </Section>
  );
};

/** When this phone reminds its person: by the service where it may, by the phone's own calendar anywhere. */
export const PengingatSetelan = () => {
  const app = useApp();
  const [keadaan, setKeadaan] = useState<Keadaan>({ apa: 'memuat' });
  const [setelan, setSetelan] = useState<SetelanPengingat>(SETELAN_PENGINGAT);
  const [sibuk, setSibuk] = useState(false);
  const muat = (): void =>
    void tanya().then((kini) => {
      setKeadaan(kini.keadaan);
      if (kini.setelan) setSetelan(kini.setelan);
    });
  useEffect(muat, []);
  const kerja = async (hidup: boolean): Promise<void> => {
    if (keadaan.apa !== 'bisa') return;
    setSibuk(true);
    const done = hidup
      ? await hidupkanPengingat(app.registry, keadaan.kunci, setelan)
      : await matikanPengingat(app.registry);
    setSibuk(false);
    if (!done.ok && hidup) return beriTahu(kataGagal(done.sebab));
    setKeadaan({ ...keadaan, hidup });
    beriTahu(hidup ? words.tersimpan : words.dimatikan);
  };
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/akun', label: words.kembali }} />}
      busy={keadaan.apa === 'memuat'}
    >
      <p>{words.ket}</p>
      {keadaan.apa === 'luring' && (
        <Banner
          tone="info"
          action={
            <Button kind="tonal" icon="rotate-cw" onClick={muat}>
              {words.cobaLagi}
            </Button>
          }
        >
          {words.tanpaInternet}
        </Banner>
      )}
      {keadaan.apa === 'tak-ada' && <Banner tone="info">{words.takAda}</Banner>}
      {keadaan.apa === 'tak-bisa' && <Banner tone="info">{words.takBisa}</Banner>}
      {keadaan.apa === 'bisa' && (
        <Toggle
          id="pengingat-hidup"
          label={words.hidup}
          hint={words.hidupKet}
          checked={keadaan.hidup}
          disabled={sibuk}
          onValue={(hidup) => void kerja(hidup)}
        />
      )}
      <Waktu setelan={setelan} onSetelan={setSetelan} />
      {keadaan.apa === 'bisa' && keadaan.hidup && (
        <Button
          kind="utama"
          block
          busy={sibuk}
          disabled={setelan.hari.length === 0}
          onClick={() => void kerja(true)}
        >
          {words.simpan}
        </Button>
      )}
      {keadaan.apa === 'bisa' && <p class="redup">{words.privasi}</p>}
      <KeKalender app={app} setelan={setelan} />
    </Page>
  );
};
