import { useState } from 'preact/hooks';
import { type Jawaban, jawabanList, bantuan as words } from '../../i18n/id/bantuan.ts';
import { umum } from '../../i18n/id/umum.ts';
import { EmptyState, Page, Section, TextInput, TopBar } from '../../ui/index.ts';
import './guru.css';
import './lain.css';
import './bantuan.css';

/** Answers that hold every word. */
const cari = (kata: string): Jawaban[] => {
  const wanted = kata.toLowerCase().split(/\s+/).filter(Boolean);
  return jawabanList.filter(({ tanya, jawab }) =>
    wanted.every((word) => `${tanya} ${jawab}`.toLowerCase().includes(word)),
  );
};

/** G22: help that opens without a network. */
export const Bantuan = () => {
  const [kata, setKata] = useState('');
  const found = cari(kata);
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />}
    >
      <label class="cari" for="cari-bantuan">
        <span class="sembunyi">{words.cari}</span>
        <TextInput
          id="cari-bantuan"
          type="search"
          placeholder={words.cari}
          value={kata}
          onInput={(event) => setKata(event.currentTarget.value)}
        />
      </label>
      <div aria-live="polite">
        {found.length === 0 && <EmptyState icon="help" text={words.kosong(kata)} />}
      </div>
      {[...new Set(found.map(({ kelompok }) => kelompok))].map((kelompok) => (
        <Section key={kelompok} title={kelompok}>
          <div class="daftar tanya-jawab">
            {found
              .filter((one) => one.kelompok === kelompok)
              .map(({ tanya, jawab }) => (
                <details key={tanya} open={kata !== '' && found.length <= 3}>
                  <summary>{tanya}</summary>
                  <p>{jawab}</p>
                </details>
              ))}
          </div>
        </Section>
      ))}
      <p class="redup">{words.operator}</p>
      <p>
        {/* A page of the service itself: what answers there is what works, never what this phone remembers. */}
        <a href="/status" target="_blank" rel="noreferrer">
          {words.keadaan}
        </a>
      </p>
    </Page>
  );
};
