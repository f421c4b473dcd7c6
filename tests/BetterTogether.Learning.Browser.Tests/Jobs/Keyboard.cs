using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Jobs;

/// <summary>Somebody who has a keyboard and nothing else. At every step the focus must be seen.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostSteps = 250;

    // What holds the focus looks the same without it: nobody sees where they are. A radio's ring may be drawn on its label.
    private const string Focused = """
        () => {
          const at = document.activeElement;
          if (at === null || at === document.body || at.tagName === 'IFRAME') return { name: '', seen: true };
          const look = () => [at, ...(at.labels ?? [])].flatMap(e => [getComputedStyle(e), getComputedStyle(e, '::before')]).map(s => s.outlineStyle + s.outlineWidth + s.outlineColor + s.boxShadow).join();
          const text = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent ?? '';
          const focused = look();
          // Left and entered again, a date's box would begin anew at its day, and Tab would never leave it: the ring is on the part within.
          if (at.type === 'date' || at.type === 'time') return { name: text.replace(/\s+/g, ' ').trim(), seen: true };
          at.blur();
          const plain = look();
          at.focus();
          return { name: text.replace(/\s+/g, ' ').trim(), seen: focused !== plain };
        }
        """;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Tabs on until something whose name begins with these words has the focus.</summary>
    public async Task ToAsync(string name)
    {
        var passed = new List<string>();
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await FocusAsync();
            if (here.StartsWith(name, StringComparison.Ordinal)) { return; }
            passed.Add(here);
        }
        Assert.Fail($"Tab never reaches \"{name}\" on {page.Url}; it passes: {string.Join(" | ", passed.Distinct())}");
    }

    /// <summary>Arrows down within a group of radios.</summary>
    public async Task ChooseAsync(string name)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            if ((await FocusAsync()).StartsWith(name, StringComparison.Ordinal)) { return; }
        }
        Assert.Fail($"The arrows never reach \"{name}\" on {page.Url}");
    }

    /// <summary>Presses Enter on it and waits for the page it leads to.</summary>
    public async Task OpenAsync(string name)
    {
        await ToAsync(name);
        await EnterAsync();
    }

    /// <summary>Presses Enter and waits for the page it leads to.</summary>
    public async Task EnterAsync()
    {
        await page.EvaluateAsync("() => { window.before = true; }");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
    }

    private async Task<string> FocusAsync()
    {
        var here = await page.EvaluateAsync<JsonElement>(Focused);
        var name = here.GetProperty("name").GetString()!;
        Assert.True(here.GetProperty("seen").GetBoolean(), $"Nobody sees that \"{name}\" on {page.Url} has the focus");
        return name;
    }
}
