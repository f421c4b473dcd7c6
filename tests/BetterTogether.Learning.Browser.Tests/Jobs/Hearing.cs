namespace BetterTogether.Learning.Browser.Tests.Jobs;

/// <summary>What a screen reader would be told in the room, and when: a MutationObserver on its two live regions.</summary>
internal sealed class Hearing(IPage page)
{
    private const string Listen = """
        document.addEventListener('DOMContentLoaded', () => {
          window.heard = JSON.parse(sessionStorage.getItem('heard') ?? '[]');
          for (const [id, urgent] of [['room-says', false], ['room-interrupts', true]]) {
            const region = document.getElementById(id);
            if (!region) continue;
            new MutationObserver(() => {
              if (region.textContent === '') return; // an emptied region says nothing
              window.heard.push({ at: Date.now(), text: region.textContent, urgent });
              sessionStorage.setItem('heard', JSON.stringify(window.heard));
            }).observe(region, { childList: true, characterData: true, subtree: true });
          }
        });
        """;

    public static async Task<Hearing> OfAsync(IPage page)
    {
        await page.AddInitScriptAsync(Listen);
        return new Hearing(page);
    }

    /// <summary>What comes within a second of something else is merged into the newest: wait, where each is to be heard.</summary>
    public Task UntilAsync(string words) => page.WaitForFunctionAsync("words => window.heard.some(h => h.text.includes(words))", words);

    public async Task<IReadOnlyList<(long At, string Text, bool Urgent)>> AllAsync() =>
        [.. (await page.EvaluateAsync<JsonElement>("() => window.heard")).EnumerateArray().Select(h => (h.GetProperty("at").GetInt64(), h.GetProperty("text").GetString()!, h.GetProperty("urgent").GetBoolean()))];
}
