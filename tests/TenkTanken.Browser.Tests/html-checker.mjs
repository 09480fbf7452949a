// Says what is wrong with each HTML document it is given. One process for all of them: each line in is a document as
// JSON text, each line out the list of its faults. Everywhere/HtmlChecker.cs talks to it.
import { createInterface } from "node:readline";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const config = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:standard", "html-validate:a11y", "html-validate:document"],
  rules: {
    // What Razor writes, and means the same either way: <br /> and spaces where a line of a component was.
    "void-style": "off",
    "no-trailing-whitespace": "off",
    // Every script and stylesheet is our own, from our own server: who can change the one can change the other.
    "require-sri": ["error", { target: "crossorigin" }],
    // Ticks of one name are how a form tells a list.
    "form-dup-name": ["error", { shared: ["radio", "button", "reset", "submit", "checkbox"] }],
    // The number itself is kept on one line (Fact.InWords); the words before it in the same link may break.
    "tel-non-breaking": "off",
    // One form has several faces, and one that only tells something has nothing to send.
    "wcag/h32": "off",
  },
};

const checker = new HtmlValidate(new StaticConfigLoader(config));

for await (const line of createInterface({ input: process.stdin })) {
  const { results } = checker.validateStringSync(JSON.parse(line));
  const faults = results.flatMap(result => result.messages.map(fault =>
    `${fault.ruleId} in line ${fault.line}: ${fault.message} (${fault.selector ?? "no element"})`));
  console.log(JSON.stringify(faults));
}
