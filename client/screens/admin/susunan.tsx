import { useEffect, useState } from 'preact/hooks';
import type { KeadaanOrganisasi, TemuanTampil } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { keadaanOrganisasi, tindakPegawai } from '../../app/pegawai.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pegawai as words } from '../../i18n/id/pegawai.ts';
import { Banner, Button, EmptyState, LinkButton, Page, Section, TopBar } from '../../ui/index.ts';
import { pulang } from './kantor-pulang.ts';
import {
  HasilAtasan,
  type HasilBina,
  type KepalaTanpaAtasan,
  kepalaDari,
  TanpaAtasan,
} from './susunan-atasan.tsx';
import { PilihPengawas } from './susunan-pengawas.tsx';
import './pegawai.css';

/** What awaits the admin, asked for anew with each round. */
export const useOrganisasi = (putaran = 0) => {
  const [keadaan, setKeadaan] = useState<KeadaanOrganisasi | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  useEffect(() => {
    let batal = false;
    const muat = async (): Promise<void> => {
      const hasil = await keadaanOrganisasi();
      if (batal) return;
      if (hasil.ok) setKeadaan(hasil.isi);
      setSalah(hasil.ok ? null : kataMasalah(hasil.code, hasil.params ?? {}));
    };
    void muat();
    return () => {
      batal = true;
    };
  }, [putaran]);
  return { keadaan, salah };
};

const orangDi = (id: string, buka: string): string =>
  `/pegawai?orang=${encodeURIComponent(id)}${buka === '' ? '' : `&buka=${buka}`}`;
const pegawaiDi = ({ unit }: TemuanTampil, saring: string): string =>
  `/pegawai?saring=${saring}${unit ? `&unit=${encodeURIComponent(unit.shard)}` : ''}`;

/** Where a finding is mended that no single tap can decide. */
const Jalan = ({ temuan }: { temuan: TemuanTampil }) => {
  const { jenis, orang } = temuan;
  if (jenis === 'tanpaKepala' || jenis === 'pltLewat')
    return (
      <LinkButton kind="tonal" href={pegawaiDi(temuan, 'aktif')}>
        {words.pilihKepala}
      </LinkButton>
    );
  return (
    <>
      {orang.map(({ id, nama }) => (
        <LinkButton key={id} kind="tonal" href={orangDi(id, jenis === 'duaKepala' ? '' : 'penilai')}>
          {words.buka(nama)}
        </LinkButton>
      ))}
    </>
  );
};

type SatuProps = {
  readonly temuan: TemuanTampil;
  readonly onJadi: () => void;
  readonly onSalah: (kata: string) => void;
};

const Satu = ({ temuan, onJadi, onSalah }: SatuProps) => {
  const [sibuk, setSibuk] = useState(false);
  const { orang, usul } = temuan;
  const jadikan = async (penilai: string): Promise<void> => {
    setSibuk(true);
    for (const { id } of orang) {
      const hasil = await tindakPegawai(id, { apa: 'penilai', penilai });
      if (!hasil.ok) onSalah(kataMasalah(hasil.code, hasil.params ?? {}));
    }
    setSibuk(false);
    onJadi();
  };
  return (
    <li class="susunan-satu">
      <div>
        {orang.length > 0 && (
          <p>
            <b>{orang.map(({ nama }) => nama).join(' → ')}</b>
          </p>
        )}
        <p class={orang.length > 0 ? 'redup' : undefined}>{words.temuanTempat(temuan)}</p>
      </div>
      <div class="deret-chip">
        {usul ? (
          <Button kind="tonal" busy={sibuk} onClick={() => void jadikan(usul.id)}>
            {words.jadikan(usul.nama)}
          </Button>
        ) : (
          <Jalan temuan={temuan} />
        )}
      </div>
    </li>
  );
};

const Kelompok = ({ list, ...props }: { list: readonly TemuanTampil[] } & Omit<SatuProps, 'temuan'>) => {
  const [pertama] = list;
  if (!pertama) return null;
  const { judul, isi } = words.temuan[pertama.jenis];
  return (
    <Section title={judul}>
      <p class="redup">{isi}</p>
      <ul class="susunan-daftar">
        {list.map((temuan) => (
          <Satu
            key={`${temuan.unit?.shard} ${temuan.orang.map(({ id }) => id).join(' ')}`}
            temuan={temuan}
            {...props}
          />
        ))}
      </ul>
    </Section>
  );
};

/** Everything that is wrong with who rates whom and who heads what, each with the way to mend it. */
export const Susunan = () => {
  const app = useApp();
  const [putaran, setPutaran] = useState(0);
  const [gagal, setGagal] = useState<string | null>(null);
  const [dibina, setDibina] = useState<readonly KepalaTanpaAtasan[] | null>(null);
  const [hasil, setHasil] = useState<HasilBina | null>(null);
  const { keadaan, salah } = useOrganisasi(putaran);
  const bar = <TopBar title={words.susunan} back={pulang(app)} />;
  const temuan = keadaan?.temuan ?? [];
  const lagi = () => setPutaran((n) => n + 1);
  const jenis = [...new Set(temuan.map((satu) => satu.jenis))];
  return (
    <Page title={words.susunan} wide bar={bar} busy={keadaan === null && salah === null}>
      {(salah ?? gagal) && <Banner tone="peringatan">{salah ?? gagal}</Banner>}
      {hasil && <HasilAtasan hasil={hasil} onGanti={setDibina} />}
      {keadaan && temuan.length === 0 && <EmptyState icon="check-check" text={words.susunanRapi} />}
      {keadaan && temuan.length > 0 && (
        <p role="status">{words.susunanJumlah(temuan.length, keadaan.jumlahTemuan)}</p>
      )}
      {jenis.map((satu) =>
        satu === 'tanpaAtasan' ? (
          <TanpaAtasan key={satu} list={kepalaDari(temuan)} onPilih={setDibina} />
        ) : (
          <Kelompok
            key={satu}
            list={temuan.filter((lain) => lain.jenis === satu)}
            onSalah={setGagal}
            onJadi={lagi}
          />
        ),
      )}
      {dibina && (
        <PilihPengawas
          kepala={dibina}
          onClose={() => setDibina(null)}
          onJadi={(selesai) => {
            setDibina(null);
            setHasil(selesai);
            lagi();
          }}
        />
      )}
    </Page>
  );
};
