using Deque.AxeCore.Commons;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>What is wrong with the page somebody has before them, in words; nothing where it is in order.</summary>
internal static class Audit
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Not the package's RunAxe: it puts its script into every frame, and waits for ever on the mailbox's frame, where a sandbox lets no script run.
    private const string RunAxe = """
        async () => {
          // In forced colours the browser paints with the reader's own, and axe still reads the foreground of the style sheet.
          const rules = { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } };
          const values = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const result = await axe.run(document, { runOnly: { type: 'tag', values }, rules, resultTypes: ['violations'], iframes: false });
          return result.violations.flatMap(v => v.nodes.map(n => `axe ${v.id} (${v.help}): ${n.target} ${n.html.slice(0, 160)} ${n.any[0]?.message ?? ''}`));
        }
        """;

    // A link in a sentence may be as low as its line (WCAG 2.5.8, inline exception); everything else is 24 by 24 or has a label that is.
    private const string SmallTargets = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].flatMap(target => {
          const sizes = [target, ...(target.labels ?? [])].map(e => e.getBoundingClientRect());
          if (!target.checkVisibility() || sizes[0].width === 0 || sizes.some(s => s.width >= 24 && s.height >= 24)) return [];
          const style = getComputedStyle(target), inSentence = style.display === 'inline' && target.parentElement.textContent.trim() !== target.textContent.trim();
          return inSentence || style.clip !== 'auto' || style.clipPath !== 'none' ? [] : [`${target.outerHTML.slice(0, 120)} is ${Math.round(sizes[0].width)} by ${Math.round(sizes[0].height)}`];
        })
        """;

    private const string WiderThanTheScreen = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.bt-table-wrap > *'));
          return [`${document.documentElement.scrollWidth} wide on ${width}: ` + wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')];
        }
        """;

    private const string MissingAssets = """
        async () => {
          await document.fonts.ready;
          const font = [...document.fonts].some(f => f.status === 'loaded' && f.family.includes('Atkinson'));
          const styles = [...document.styleSheets].some(s => s.href?.includes('/dist/site.') && s.cssRules.length > 0);
          return [...(font ? [] : ['the font is not there']), ...(styles ? [] : ['the style sheet is not there'])];
        }
        """;

    public static async Task<IReadOnlyList<string>> AllAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        string[] questions = [MissingAssets, WiderThanTheScreen, SmallTargets, RunAxe];
        var found = new List<string>();
        foreach (var question in questions) { found.AddRange(await page.EvaluateAsync<string[]>(question)); }
        return found;
    }
}
