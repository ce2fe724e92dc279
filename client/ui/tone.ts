/** What a colour stands for; the word and the sign beside it say the same. */
export type Tone = 'netral' | 'info' | 'berhasil' | 'peringatan' | 'bahaya';
