import { useState } from 'preact/hooks';
import { hariKerjaDi, hariTertutup, SEBAB_KENDALA, tambahHari } from '../../../shared/domain/index.ts';
import { cleanText, type Satker, type Tanggapan } from '../../../shared/records/index.ts';
import {
  bukaBulan,
  bukaUntukKendala,
  type Done,
  kunciBulan,
  tanggapiKendala,
  tarikKendala,
  tutupUntukKendala,
} from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { bulanTahun } from '../../i18n/format.ts';
import { kataTanggapan, olehTanggapan, rentangKendala, sebabKendala } from '../../i18n/id/kendala.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { wawasan } from '../../i18n/id/wawasan.ts';
import type { KendalaRow } from '../../store/index.ts';
import { Button, Chip, Dialog, Field, Section, TextArea } from '../../ui/index.ts';
import { CatatkanAbsen } from './wawasan-absen.tsx';
import { Kunjungan } from './wawasan-kunjungan.tsx';
import type { Wawasan } from './wawasan-model.ts';

const words = wawasan.kendala;

type Konteks = { readonly app: App; readonly satker: Satker | null; readonly hariIni: string };

const kabari = (done: Done, teks: string): void =>
  beriTahu(done.ok ? teks : kataMasalah(done.code, done.params));

/** Says that it is done, with the way back beside it. */
const kabariUrung = (done: Done, teks: string, urungkan: () => Promise<void>): void =>
  done.ok
    ? beriTahu(teks, { teks: umum.aksi.urungkan, jalan: () => void urungkan() })
    : beriTahu(kataMasalah(done.code, done.params));

const tanggapi = async (app: App, id: string, isi: Partial<Tanggapan>): Promise<void> =>
  kabari(
    await tanggapiKendala(app, id, { cara: 'DIKETAHUI', tanggal: null, teks: '', ...isi }),
    words.dicatat,
  );

/** The next day on which the school works: when a visit can be. */
const hariKunjungan = ({ satker, hariIni }: Konteks): string =>
  hariKerjaDi({ awal: tambahHari(hariIni, 1), akhir: tambahHari(hariIni, 60) }, satker)[0] ??
  tambahHari(hariIni, 1);

const Jawab = ({ kendala, app, onClose }: { kendala: KendalaRow; app: App; onClose: () => void }) => {
  const [teks, setTeks] = useState('');
  const bersih = cleanText(teks).trim();
  return (
    <Dialog open onClose={onClose} title={words.jawab} closeLabel={words.tutup}>
      <div class="deret-chip">
        {words.cepat[kendala.content.sebab].map((satu) => (
          <Chip key={satu} onClick={() => setTeks(teks.trim() ? `${teks.trim()}. ${satu}` : satu)}>
            {satu}
          </Chip>
        ))}
      </div>
      <Field id="jawab-kendala" label={words.teks} count={{ used: teks.length, max: 300 }}>
        <TextArea
          rows={3}
          maxLength={300}
          value={teks}
          onInput={(event) => setTeks(event.currentTarget.value)}
        />
      </Field>
      <div class="deret-tombol">
        <Button kind="teks" onClick={onClose}>
          {words.batal}
        </Button>
        <Button
          kind="utama"
          disabled={bersih === ''}
          onClick={() => {
            void tanggapi(app, kendala.id, { cara: 'JAWABAN', teks: bersih });
            onClose();
          }}
        >
          {words.kirim}
        </Button>
      </div>
    </Dialog>
  );
};

const Tindakan = ({ kendala, nama, konteks }: { kendala: KendalaRow; nama: string; konteks: Konteks }) => {
  const { app } = konteks;
  const [membuka, setMembuka] = useState<'jawaban' | 'kunjungan' | null>(null);
  const { hari, bulan } = hariTertutup(kendala, konteks);
  const tutup = (): void => setMembuka(null);
  const bukaSebulan = async (satu: string): Promise<void> =>
    kabariUrung(
      await bukaBulan(app, satu, words.alasanBuka(nama, sebabKendala[kendala.content.sebab])),
      words.bulanDibuka(bulanTahun(satu)),
      async () => kabari(await kunciBulan(app, satu), words.bulanDikunci(bulanTahun(satu))),
    );
  const bukaHari = async (): Promise<void> =>
    kabariUrung(await bukaUntukKendala(app, kendala, hari), words.dibuka(hari.length), async () =>
      kabari(await tutupUntukKendala(app, kendala, { hari, teks: words.ditutup }), words.ditutup),
    );
  return (
    <div class="deret-chip">
      {bulan.map((satu) => (
        <Chip key={satu} icon="lock" onClick={() => void bukaSebulan(satu)}>
          {words.bukaBulan(bulanTahun(satu))}
        </Chip>
      ))}
      {hari.length > 0 && (
        <Chip icon="calendar" onClick={() => void bukaHari()}>
          {words.bukaTanggal(hari.length)}
        </Chip>
      )}
      <Chip icon="message" onClick={() => setMembuka('jawaban')}>
        {words.jawab}
      </Chip>
      <Chip icon="users" onClick={() => setMembuka('kunjungan')}>
        {words.kunjungi}
      </Chip>
      {kendala.state.tahap === 'DILAPORKAN' && (
        <Chip icon="check" onClick={() => void tanggapi(app, kendala.id, {})}>
          {words.ketahui}
        </Chip>
      )}
      {kendala.content.dari === app.actor.id && (
        <Chip
          icon="undo-2"
          onClick={() => void tarikKendala(app, kendala.id).then((done) => kabari(done, words.ditarik))}
        >
          {words.tarik}
        </Chip>
      )}
      {membuka === 'jawaban' && <Jawab app={app} kendala={kendala} onClose={tutup} />}
      {membuka === 'kunjungan' && (
        <Kunjungan
          hariIni={konteks.hariIni}
          usul={hariKunjungan(konteks)}
          onUmumkan={(isi) => void tanggapi(app, kendala.id, { cara: 'KUNJUNGAN', ...isi })}
          onClose={tutup}
        />
      )}
    </div>
  );
};

const Satu = ({ kendala, data, konteks }: { kendala: KendalaRow; data: Wawasan; konteks: Konteks }) => {
  const nama = data.nama.get(kendala.owner) ?? '';
  return (
    <li class="kendala-satu">
      <a class="tautan-guru" href={`/guru/${kendala.owner}`}>
        {nama}
      </a>
      <p>
        {sebabKendala[kendala.content.sebab]} · {rentangKendala(kendala.content)}
      </p>
      {kendala.content.catatan && <p>{kendala.content.catatan}</p>}
      {(kendala.state.tanggapan ?? []).map((satu) => (
        <p key={satu.pada} class="redup">
          {olehTanggapan(satu)}: {kataTanggapan(satu)}
        </p>
      ))}
      <Tindakan kendala={kendala} nama={nama} konteks={konteks} />
    </li>
  );
};

/** Causes, not blame: how many of each, what still waits for an answer, and what can be done about it in one tap. */
export const KendalaSekolah = ({
  data,
  satker,
  hariIni,
}: {
  data: Wawasan;
  satker: Satker | null;
  hariIni: string;
}) => {
  const app = useApp();
  const konteks = { app, satker, hariIni };
  const baru = data.kendala.filter(
    ({ content, state }) => state.tahap === 'DILAPORKAN' || content.selesai >= tambahHari(hariIni, -28),
  );
  const menunggu = baru.filter(({ state }) => state.tahap === 'DILAPORKAN');
  const sudah = baru.filter(({ state }) => state.tahap === 'DITANGGAPI');
  const hitung = SEBAB_KENDALA.map(
    (sebab) =>
      [
        sebab,
        new Set(baru.filter(({ content }) => content.sebab === sebab).map(({ owner }) => owner)).size,
      ] as const,
  ).filter(([, jumlah]) => jumlah > 0);
  const daftar = (rows: readonly KendalaRow[]) => (
    <ul class="daftar">
      {rows.map((kendala) => (
        <Satu key={kendala.id} kendala={kendala} data={data} konteks={konteks} />
      ))}
    </ul>
  );
  return (
    <Section title={words.judul}>
      {baru.length === 0 ? (
        <p class="redup">{words.tidakAda}</p>
      ) : (
        <>
          <p class="redup">{words.ket}</p>
          <p>{hitung.map(([sebab, jumlah]) => words.hitung(sebabKendala[sebab], jumlah)).join(' · ')}</p>
          {menunggu.length > 0 && daftar(menunggu)}
          {sudah.length > 0 && (
            <details class="buka">
              <summary>{words.lama(sudah.length)}</summary>
              {daftar(sudah)}
            </details>
          )}
        </>
      )}
      <CatatkanAbsen app={app} orang={data.orang} hariIni={hariIni} />
    </Section>
  );
};
