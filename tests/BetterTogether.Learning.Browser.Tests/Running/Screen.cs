namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>What somebody looks at, and how.</summary>
internal sealed record Screen(int Width, int Height)
{
    public static readonly Screen Narrow = new(320, 640);
    public static readonly Screen Phone = new(375, 667) { Touch = true };
    public static readonly Screen Desktop = new(1280, 900);

    public bool Touch { get; init; }
    public bool Script { get; init; } = true;
    public bool Dark { get; init; }
    public bool ForcedColours { get; init; }

    public override string ToString() => $"{Width} px{(Dark ? ", dark" : "")}{(ForcedColours ? ", forced colours" : "")}";

    public BrowserNewContextOptions Options(string address) => new()
    {
        BaseURL = address,
        Locale = "en-GB",
        TimezoneId = "Europe/London",
        ViewportSize = new() { Width = Width, Height = Height },
        HasTouch = Touch,
        JavaScriptEnabled = Script,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ForcedColors = ForcedColours ? Microsoft.Playwright.ForcedColors.Active : Microsoft.Playwright.ForcedColors.None,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
