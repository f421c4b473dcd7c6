namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>The running product and one browser, started once for all tests of a collection. Threading: any thread may use it.</summary>
public sealed class Site : IAsyncLifetime
{
    // The first twenty have a manager of the tour and bookings of their own; those after two hundred fill the rooms ahead.
    private const int FirstNewcomer = 21;
    private const int LastNewcomer = 200;

    private int newcomers = FirstNewcomer - 1;
    private Product product = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>The learning desk by its API: what a test wants to be there, it puts there.</summary>
    internal Desk Desk { get; private set; } = null!;

    internal string Address => product.Address;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Until.Patience.TotalMilliseconds); // five seconds, where nobody says more
        var starting = Product.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = ["--no-sandbox"], Timeout = (float)Until.Patience.TotalMilliseconds }); // root, as in a container, has no sandbox
        product = await starting;
        Desk = await Desk.SignInAsync(playwright, product.Address);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await product.DisposeAsync();
    }

    /// <summary>Somebody with a browser of their own: cookies, window, nothing in the cache.</summary>
    /// <param name="who">"nobody", "worker" for one that no other test is, else the name before @demo.example.</param>
    internal async Task<Someone> SomebodyAsync(string who, Screen? screen = null)
    {
        var context = await browser.NewContextAsync((screen ?? Screen.Desktop).Options(product.Address));
        context.SetDefaultTimeout((float)Until.Patience.TotalMilliseconds);
        var someone = new Someone(await context.NewPageAsync(), who == "worker" ? NewcomersEmail() : who + "@demo.example");
        if (who != "nobody") { await someone.SignInAsync(); }
        return someone;
    }

    /// <summary>A worker that no other test is.</summary>
    internal string NewcomersEmail()
    {
        var number = Interlocked.Increment(ref newcomers);
        return number <= LastNewcomer ? $"worker{number}@demo.example" : throw new InvalidOperationException("Every worker without bookings has been somebody: let tests share one");
    }

    private static string Chromium() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path
        : throw new InvalidOperationException("CHROMIUM names no browser: tests/run sets it");
}

/// <summary>Its tests share one site, and so run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<Site>
{
    public const string Name = "site";
}

/// <summary>One more, beside it.</summary>
[CollectionDefinition(Name)]
public sealed class OtherSiteTests : ICollectionFixture<Site>
{
    public const string Name = "other site";
}
