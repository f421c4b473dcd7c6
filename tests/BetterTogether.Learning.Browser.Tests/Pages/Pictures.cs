using System.Text.RegularExpressions;
using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>Pictures of every page for people to look at, where Tests__Pictures names a folder.</summary>
internal static partial class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("Tests__Pictures");

    public static async Task TakeAsync(IPage page, Row row, Screen screen)
    {
        if (Folder is null) { return; }
        var width = screen.Width == Screen.Narrow.Width ? Screen.Phone.Width : screen.Width;
        await page.SetViewportSizeAsync(width, screen.Height);
        var scheme = (screen.Dark ? "-dark" : "") + (screen.ForcedColours ? "-forced" : "");
        var name = NotALetter().Replace($"{row.Page} {row.State}", "-").Trim('-');
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}{scheme}.png"), FullPage = true });
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotALetter();
}
