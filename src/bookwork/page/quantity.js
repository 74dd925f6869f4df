// Numbers and dates as people write them, read exactly; bookwork/model/quantity.py is the same.
"use strict";
{
  const SPACES =
    /[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;
  const MINUS = /[\u2010-\u2015\u2212]/g;
  const THOUSANDS = /^([+-]?[1-9][0-9]{0,2}(?:[,'\u2019][0-9]{3})+)(\.[0-9]+)?$/;
  const DECIMAL = /^([+-]?[0-9]+)(?:[.,]([0-9]+))?$/;
  const MOST = 40;
  const MONTHS = ("january february march april may june " +
    "july august september october november december").split(" ");
  const ISO = /^([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?$/;
  const EAST_ASIAN =
    /^([0-9]{4}) ?[\u5e74\ub144](?: ?([0-9]{1,2}) ?[\u6708\uc6d4](?: ?([0-9]{1,2}) ?[\u65e5\uc77c])?)?$/;
  const DAY_MONTH = /^(?:([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]+)\.?,? ([0-9]{4})$/;
  const MONTH_DAY = /^([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})$/;

  const squeeze = (/** @type {string} */ text) =>
    text.normalize("NFKC").replace(SPACES, " ").replace(/^ | $/g, "");
  const fold = (/** @type {string} */ text) => squeeze(squeeze(text).toLowerCase());

  /**
   * Return a written number as [digits, places], meaning digits / 10**places.
   * @type {Bookwork.Api["readNumber"]}
   */
  const readNumber = (text, units = []) => {
    let written = fold(text).replace(MINUS, "-");
    const unit = units.map(fold).filter((each) => each && written.endsWith(each))
      .sort((a, b) => b.length - a.length)[0];
    if (unit) written = written.slice(0, -unit.length);
    written = written.replaceAll(" ", "");
    if (written.length > MOST) return null;
    let found = THOUSANDS.exec(written);
    const whole = (found ? found[1] : (found = DECIMAL.exec(written))?.[1])?.replace(/[,'\u2019]/g, "");
    if (whole === undefined) return null;
    const fraction = (found?.[2] ?? "").replace(".", "");
    return [BigInt((whole + fraction).replace("+", "")), fraction.length];
  };

  /** @type {Bookwork.Api["within"]} */
  const within = (value, key, tolerance) => {
    const places = Math.max(value[1], key[1], tolerance[1]);
    const [a, b, t] = [value, key, tolerance].map(
      ([digits, own]) => digits * 10n ** BigInt(places - own));
    const off = /** @type {bigint} */ (a) - /** @type {bigint} */ (b);
    return (off < 0n ? -off : off) <= /** @type {bigint} */ (t);
  };

  const monthOf = (/** @type {string} */ word) => 1 + MONTHS.findIndex((name) =>
    word === name || word === name.slice(0, 3) || (word === "sept" && name === "september"));

  // 400 years later the calendar is the same; Date takes years below 100 for others.
  const daysIn = (/** @type {number} */ year, /** @type {number} */ month) =>
    new Date(Date.UTC(year + 400, month, 0)).getUTCDate();

  /**
   * Return a written date as [year, month or null, day or null]; null if it isn't one.
   * @type {Bookwork.Api["readDate"]}
   */
  const readDate = (text) => {
    const written = fold(text).replace(MINUS, "-");
    let found = ISO.exec(written) ?? EAST_ASIAN.exec(written);
    /** @type {(string | number | undefined)[]} */
    let fields;
    if (found) fields = found.slice(1);
    else if ((found = DAY_MONTH.exec(written))) fields = [found[3], monthOf(found[2] ?? ""), found[1]];
    else if ((found = MONTH_DAY.exec(written))) fields = [found[3], monthOf(found[1] ?? ""), found[2]];
    else return null;
    const year = Number(fields[0]);
    const month = fields[1] === undefined ? null : Number(fields[1]);
    const day = fields[2] === undefined ? null : Number(fields[2]);
    if (year < 1 || (month !== null && (month < 1 || month > 12))) return null;
    if (day !== null && month !== null && (day < 1 || day > daysIn(year, month))) return null;
    return [year, month, day];
  };

  /**
   * Return a date as a count of years, months or days; null if it is less precise than that.
   * @type {Bookwork.Api["dateNumber"]}
   */
  const dateNumber = ([year, month, day], scale) => {
    if (scale === "year") return year;
    if (month === null) return null;
    if (scale === "month") return year * 12 + month - 1;
    return day === null ? null : Date.UTC(year + 400, month - 1, day) / 864e5;
  };

  Object.assign(Bookwork, { squeeze, fold, readNumber, within, readDate, dateNumber });
}
