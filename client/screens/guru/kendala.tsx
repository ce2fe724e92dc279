import { useState } from 'preact/hooks';
import { SEBAB_KENDALA, type SebabKendala } from '../../../shared/domain/index.ts';
import { cleanText } from '../../../shared/records/index.ts';
import { laporKendala, pulihkanKendala, tarikKendala } from '../../actions/index.ts';
import { type App, rumah, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import {
  kataTanggapan,
  olehTanggapan,
  rentangKendala,
  sebabKendala,
  kendala as words,
} from '../../i18n/id/kendala.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type KendalaRow, kendalaOf, useLive } from '../../store/index.ts';
import {
  Button,
  Field,
  type IconName,
  Page,
  Section,
  Segmented,
  TextArea,
  TextInput,
  TopBar,
} from '../../ui/index.ts';
import { dataBeranda } from './beranda-data.ts';
import './kendala.css';

const IKON: Readonly<Record<SebabKendala, IconName>> = {
  SINYAL: 'wifi-off',
  HP: 'smartphone',
  DATA: 'user',
  SAKIT: 'plus-square',
  CUTI: 'calendar',
  SIBUK: 'clock',
  BELUM_TAHU: 'help',
};

type Hari = { readonly mulai: string; readonly selesai: string };
type Pilihan = 'hari-ini' | 'kosong' | 'lain';

const kirim = async (app: App, isi: Hari & { sebab: SebabKendala; catatan: string }): Promise<boolean> => {
  const done = await laporKendala(app, { guru: app.actor.id, ...isi });
  if (!done.ok) {
    beriTahu(kataMasalah(done.code, done.params));
    return false;
  }
  beriTahu(words.tercatat, {
    teks: umum.aksi.urungkan,
    jalan: () => void tarikKendala(app, done.id).then(() => beriTahu(words.ditarik)),
  });
  return true;
};

/** For which days: today unless she says otherwise, so that one more tap is all it takes. */
const Kapan = ({
  pilihan,
  kosong,
  hari,
  onPilihan,
  onHari,
}: {
  pilihan: Pilihan;
  kosong: readonly string[];
  hari: Hari;
  onPilihan: (pilihan: Pilihan) => void;
  onHari: (hari: Hari) => void;
}) => (
  <div class="kendala-kapan">
    <Segmented
      name="kapan"
      label={words.kapan}
      value={pilihan}
      onValue={onPilihan}
      options={[
        { value: 'hari-ini', label: words.hariIni },
        ...(kosong.length > 0 ? [{ value: 'kosong' as const, label: words.kosong(kosong.length) }] : []),
        { value: 'lain', label: words.lain },
      ]}
    />
    {pilihan === 'lain' && (
      <div class="kendala-tanggal">
        <Field id="kendala-mulai" label={words.mulai}>
          <TextInput
            type="date"
            value={hari.mulai}
            onInput={(event) => {
              const mulai = event.currentTarget.value;
              onHari({ mulai, selesai: [mulai, hari.selesai].sort().at(-1) ?? mulai });
            }}
          />
        </Field>
        <Field
          id="kendala-selesai"
          label={words.selesai}
          error={hari.selesai < hari.mulai ? words.terbalik : undefined}
        >
          <TextInput
            type="date"
            min={hari.mulai}
            value={hari.selesai}
            onInput={(event) => onHari({ ...hari, selesai: event.currentTarget.value })}
          />
        </Field>
      </div>
    )}
    {pilihan === 'kosong' && <p class="redup">{words.untukHari(hari.mulai, hari.selesai)}</p>}
  </div>
);

const Satu = ({ app, kendala }: { app: App; kendala: KendalaRow }) => {
  const tarik = async (): Promise<void> => {
    const done = await tarikKendala(app, kendala.id);
    beriTahu(
      done.ok ? words.ditarik : kataMasalah(done.code, done.params),
      done.ok ? { teks: umum.aksi.urungkan, jalan: () => void pulihkanKendala(app, kendala.id) } : undefined,
    );
  };
  const { content, state, lokal, code } = kendala;
  const tanggapan = state.tanggapan ?? [];
  return (
    <li class="kendala-isi">
      <p>
        <b>{sebabKendala[content.sebab]}</b> · {rentangKendala(content)}
      </p>
      {content.catatan && <p>{content.catatan}</p>}
      {tanggapan.map((satu) => (
        <p key={satu.pada}>
          <b>{olehTanggapan(satu)}:</b> {kataTanggapan(satu)}
        </p>
      ))}
      {lokal === 'ditolak' && code ? (
        <p class="peringatan">{kataMasalah(code as Parameters<typeof kataMasalah>[0])}</p>
      ) : (
        tanggapan.length === 0 && <p class="redup">{lokal === 'antri' ? words.antri : words.menunggu}</p>
      )}
      <Button kind="teks" icon="undo-2" onClick={() => void tarik()}>
        {words.tarik}
      </Button>
    </li>
  );
};

/** Why she cannot fill in: home, then the cause, is all of it. Days and a note are there for who wants them. */
export const KendalaSaya = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const [pilihan, setPilihan] = useState<Pilihan>('hari-ini');
  const [lain, setLain] = useState<Hari | null>(null);
  const [catatan, setCatatan] = useKetikan('kendala', '');
  const [menulis, setMenulis] = useState(catatan !== '');
  const data = useLive(async () => {
    const [milik, beranda] = await Promise.all([
      kendalaOf(app.store, app.actor.id),
      dataBeranda(app, hariIni),
    ]);
    return {
      milik: milik.filter(({ state }) => state.tahap !== 'DITARIK'),
      kosong: beranda.log === 'mati' ? [] : beranda.bulan.kosong.filter((tanggal) => tanggal < hariIni),
    };
  }, [app.store, hariIni]);
  if (!data) return <Page title={words.judul} busy />;
  const kini = { mulai: hariIni, selesai: hariIni };
  const hari: Hari =
    pilihan === 'kosong'
      ? { mulai: data.kosong[0] ?? hariIni, selesai: data.kosong.at(-1) ?? hariIni }
      : pilihan === 'lain'
        ? (lain ?? kini)
        : kini;
  const lapor = async (sebab: SebabKendala): Promise<void> => {
    if (hari.selesai < hari.mulai || hari.mulai === '' || hari.selesai === '')
      return beriTahu(words.terbalik);
    if (await kirim(app, { ...hari, sebab, catatan: cleanText(catatan).trim() })) {
      setPilihan('hari-ini');
      setCatatan('');
      setMenulis(false);
    }
  };
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: rumah(app), label: umum.aksi.kembali }} />}
    >
      <p>{words.ajakan}</p>
      <Kapan pilihan={pilihan} kosong={data.kosong} hari={hari} onPilihan={setPilihan} onHari={setLain} />
      {/* Before the causes: a tap on one of them sends what stands here. */}
      {menulis ? (
        <Field id="kendala-catatan" label={words.catatan} count={{ used: catatan.length, max: 300 }}>
          <TextArea
            rows={2}
            maxLength={300}
            value={catatan}
            onInput={(event) => setCatatan(event.currentTarget.value)}
          />
        </Field>
      ) : (
        <Button kind="teks" icon="pencil-line" onClick={() => setMenulis(true)}>
          {words.tambahCatatan}
        </Button>
      )}
      <Section title={words.sebab}>
        <div class="kendala-sebab">
          {SEBAB_KENDALA.map((sebab) => (
            <Button key={sebab} kind="tonal" icon={IKON[sebab]} onClick={() => void lapor(sebab)}>
              {sebabKendala[sebab]}
            </Button>
          ))}
        </div>
        <p class="redup">{words.rahasia}</p>
      </Section>
      <Section title={words.daftar}>
        {data.milik.length === 0 ? (
          <p class="redup">{words.belumAda}</p>
        ) : (
          <ul class="daftar">
            {data.milik.map((kendala) => (
              <Satu key={kendala.id} app={app} kendala={kendala} />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
};
