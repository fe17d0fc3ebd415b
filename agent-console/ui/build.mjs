// Builds or tests the page when what it is made of has changed; otherwise returns at once.
//   node build.mjs build      type check, bundle into ../target/classes/webroot
//   node build.mjs run-only   bundle only, without the packages that only checks need
//   node build.mjs test       unit tests of wire and core
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const webroot = join(here, "../target/classes/webroot");
const golden = join(here, "../src/test/golden/wire");
const task = process.argv[2] ?? "build";
// As vite says: https://vite.dev/guide/#scaffolding-your-first-vite-project
const nodeAsked = "20.19, or 22.12 or newer";

function filesUnder(path) {
    if (!existsSync(path)) {
        return [];
    }
    if (statSync(path).isFile()) {
        return [path];
    }
    return readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)));
}

function hashOf(paths, salt = "") {
    const hash = createHash("sha256").update(salt);
    for (const file of paths.flatMap(filesUnder)) {
        hash.update(file.slice(here.length)).update(readFileSync(file));
    }
    return hash.digest("hex");
}

function run(command, args) {
    const done = spawnSync(command, args, { cwd: here, stdio: "inherit" });
    if (done.status !== 0) {
        console.error(`${command} ${args.join(" ")} failed`);
        process.exit(done.status ?? 1);
    }
}

/// Does the work unless the note left by the last success says that nothing has changed.
function unlessDone(note, hash, proof, work) {
    if (existsSync(proof) && existsSync(note) && readFileSync(note, "utf8") === hash) {
        return;
    }
    work();
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, hash);
}

function bin(name) {
    return join(here, "node_modules/.bin", name);
}

function install() {
    const lock = hashOf(["package.json", "package-lock.json", ".npmrc"].map((f) => join(here, f)));
    const modules = join(here, "node_modules");
    const whole = join(modules, ".installed-whole");
    const lean = join(modules, ".installed-lean");
    const had = (note) => existsSync(note) && readFileSync(note, "utf8") === lock;
    if (had(whole) || (task === "run-only" && had(lean))) {
        return;
    }
    const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    run("npm", task === "run-only" ? [...args, "--omit=dev"] : args);
    writeFileSync(task === "run-only" ? lean : whole, lock);
}

const sources = [
    "src",
    "public",
    "index.html",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
].map((name) => join(here, name));

const [major, minor] = process.versions.node.split(".").map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
    console.error(`The page needs Node.js ${nodeAsked} to build; this is ${process.version}.`);
    process.exit(1);
}
install();
switch (task) {
    case "build":
        unlessDone(join(here, "../target/ui-build.sha256"), hashOf(sources, task), webroot, () => {
            run(bin("tsc"), ["--noEmit"]);
            run(bin("vite"), ["build", "--logLevel", "error"]);
        });
        break;
    case "run-only":
        unlessDone(join(here, "../target/ui-build.sha256"), hashOf(sources, task), webroot, () =>
            run(bin("vite"), ["build", "--logLevel", "error"]),
        );
        break;
    case "test":
        unlessDone(
            join(here, "../target/ui-test.sha256"),
            hashOf([...sources, golden], task),
            here,
            () => run(bin("vitest"), ["run"]),
        );
        break;
    default:
        console.error(`unknown task ${task}: build, run-only or test`);
        process.exit(1);
}
