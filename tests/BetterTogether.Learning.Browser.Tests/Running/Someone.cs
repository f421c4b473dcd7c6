namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>A person at a browser.</summary>
internal sealed class Someone : IAsyncDisposable
{
    private readonly Api api;

    public Someone(IPage page, string email)
    {
        (Page, Email) = (page, email);
        api = new Api(page.APIRequest);
        Trouble = new Trouble(page);
    }

    public IPage Page { get; }

    /// <summary>Changes for a stranger who signs in.</summary>
    public string Email { get; set; }

    /// <summary>One more page of somebody else's browser: leaving it closes no more than that.</summary>
    public bool IsATab { get; init; }

    /// <summary>What went wrong in this browser so far.</summary>
    public Trouble Trouble { get; }

    /// <summary>Where they are: "/my-bookings".</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public Task SignInAsync() => api.SignInAsync(Email);

    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        // Said here, where it happens: later it would be a button that is not found.
        if (answer is { Status: >= 500 } && !path.StartsWith("/error/", StringComparison.Ordinal)) { Assert.Fail($"{path} was answered {answer.Status}: {await answer.TextAsync()}"); }
    }

    /// <summary>Turns to another screen or other colours, on the page as it is.</summary>
    public async Task LookOnAsync(Screen screen)
    {
        await Page.SetViewportSizeAsync(screen.Width, screen.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = screen.Options("").ColorScheme, ForcedColors = screen.Options("").ForcedColors });
    }

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public Task ShouldSeeAsync(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words);

    public Task ShouldBeAtAsync(string path) => Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path);

    /// <summary>Books by the API. Returns the booking.</summary>
    public async Task<JsonElement> BookAsync(string sessionId) => await api.PostAsync($"/api/v1/sessions/{sessionId}/bookings", new { });

    /// <summary>Cancels, accepts or declines by the API.</summary>
    public Task AnswerAsync(string bookingId, string verb) => api.PostAsync($"/api/v1/bookings/{bookingId}/{verb}", new { });

    /// <summary>Calls of the API, as this person.</summary>
    public Task<JsonElement> GetAsync(string path) => api.GetAsync(path);

    public Task<JsonElement> PostAsync(string path, object body) => api.PostAsync(path, body);

    public async Task<IReadOnlyList<JsonElement>> BookingsAsync() => [.. (await api.GetAsync("/api/v1/me/bookings")).GetProperty("items").EnumerateArray()];

    /// <summary>The mail to me whose subject has these words, in the development mailbox, once it is there; its page is then open.</summary>
    public async Task OpenMailAsync(string subject)
    {
        var row = Page.Locator("tbody tr").Filter(new() { HasText = Email }).Filter(new() { HasText = subject });
        await MailsAsync(row, 1);
        await row.First.GetByRole(AriaRole.Link).ClickAsync();
    }

    /// <summary>Waits until the development mailbox has this many invites for me.</summary>
    public Task ShouldHaveInvitesAsync(int count) =>
        MailsAsync(Page.Locator("tbody tr").Filter(new() { HasText = Email }).Filter(new() { Has = Page.GetByText("yes", new() { Exact = true }) }), count);

    public async ValueTask DisposeAsync() => await (IsATab ? new ValueTask(Page.CloseAsync()) : Page.Context.DisposeAsync());

    private Task MailsAsync(ILocator rows, int count) => Until.TrueAsync(
        async () =>
        {
            await GoAsync("/dev/mailbox");
            return await rows.CountAsync() >= count;
        },
        () => $"The mailbox has no {count} of these for {Email}");
}
