CREATE TABLE `publications` (
	`at` integer PRIMARY KEY NOT NULL,
	`instansi` text NOT NULL,
	`tabel` text NOT NULL,
	`sejak` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `queues` (
	`device` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`oldest_at` integer NOT NULL,
	`reported_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`tabel` text NOT NULL,
	`periode` text NOT NULL,
	`made_at` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`tabel`, `periode`)
);
