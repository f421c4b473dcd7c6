using System.Collections.Concurrent;

namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>What a browser complains about while somebody uses it: a file that is not there, an error of a script, a breach of the content security policy. Threading: any thread may use it.</summary>
internal sealed class Trouble
{
    private readonly ConcurrentQueue<string> found = [];

    public Trouble(IPage page)
    {
        page.PageError += (_, error) => found.Enqueue("script: " + error);
        // Whoever leaves a page early breaks off what it still fetches.
        page.RequestFailed += (_, request) => { if (request.Failure != "net::ERR_ABORTED") { found.Enqueue($"not fetched: {request.Url} ({request.Failure})"); } };
        page.Response += (_, response) => Look(response);
        page.Console += (_, message) => Look(message);
    }

    public IReadOnlyCollection<string> Found => found;

    /// <summary>What the page they have before them answered.</summary>
    public int PageStatus { get; private set; }

    // A page may answer 404 on purpose: each row of the table says what its page answers.
    private void Look(IResponse response)
    {
        if (response.Request.IsNavigationRequest && response.Frame.ParentFrame is null) { PageStatus = response.Status; }
        else if (response.Status >= 400) { found.Enqueue($"{response.Status}: {response.Url}"); }
    }

    // "Failed to load resource" is said of pages too, and the responses above tell more.
    private void Look(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) { found.Enqueue("console: " + message.Text); }
    }
}
