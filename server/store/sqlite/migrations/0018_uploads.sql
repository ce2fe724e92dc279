CREATE TABLE `upload_parts` (
	`shard` text NOT NULL,
	`id` text NOT NULL,
	`part` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`shard`, `id`, `part`)
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`shard` text NOT NULL,
	`id` text NOT NULL,
	`berkas` text NOT NULL,
	`sumber` text NOT NULL,
	`sha` text NOT NULL,
	`opened_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`tahap` text NOT NULL,
	`round` integer NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`reading` text,
	`sentence` text,
	`actor` text,
	`worker` text,
	`tries` integer NOT NULL,
	`impor` text,
	`jumlah` text,
	PRIMARY KEY(`shard`, `id`)
);
