namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>A circle of facilitator@ and others, brought to where a test wants it by the API.</summary>
internal sealed class LiveCircle(string id, Someone facilitator, IReadOnlyList<Someone> people)
{
    private int commands;

    public Someone Facilitator => facilitator;

    public string Path => $"/circles/{id}";

    public static async Task<LiveCircle> PlanAsync(Someone facilitator, IReadOnlyList<Someone> people, string format = "listening", Someone? bringer = null, Someone? listener = null)
    {
        var planned = await facilitator.PostAsync("/api/v1/circles", new
        {
            title = "How was our week?", format, startsAtUtc = TimeProvider.System.GetUtcNow().AddMinutes(10), minutes = 60,
            participantEmails = people.Select(p => p.Email), bringerEmail = bringer?.Email, listenerEmail = listener?.Email, callUrl = "https://meet.demo.example/circle",
        });
        return new LiveCircle(Desk.Id(planned), facilitator, [.. people, .. new[] { bringer, listener }.OfType<Someone>()]);
    }

    /// <summary>A command by the API. Returns the circle as that person sees it then.</summary>
    public async Task<JsonElement> ActAsync(Someone who, string kind, object? fields = null)
    {
        var command = fields is null ? new Dictionary<string, object>() : JsonSerializer.SerializeToElement(fields).EnumerateObject().ToDictionary(f => f.Name, f => (object)f.Value);
        (command["id"], command["kind"]) = ($"test-{++commands}", kind);
        var answer = await who.PostAsync($"/api/v1{Path}/commands", command);
        Assert.True(answer.GetProperty("accepted").GetBoolean(), $"{kind} was refused: {answer}");
        return answer.GetProperty("snapshot");
    }

    public async Task AgreeAsync(Someone who)
    {
        var version = (await who.GetAsync($"/api/v1{Path}")).GetProperty("agreementsVersion").GetInt32();
        await ActAsync(who, "consent", new { agreementsVersion = version });
        // Without script one is there by looking.
        await who.Page.APIRequest.GetAsync(Path);
    }

    /// <summary>Everybody has agreed and is in the waiting room.</summary>
    public async Task<LiveCircle> WaitingAsync()
    {
        await AgreeAsync(facilitator);
        await ActAsync(facilitator, "open");
        foreach (var who in people) { await AgreeAsync(who); }
        return this;
    }

    /// <summary>It goes, and the piece is with the facilitator.</summary>
    public async Task<LiveCircle> BegunAsync()
    {
        await WaitingAsync();
        await ActAsync(facilitator, "start");
        return this;
    }

    public async Task<LiveCircle> ClosedAsync()
    {
        await BegunAsync();
        await ActAsync(facilitator, "close", new { confirmed = true });
        return this;
    }

    /// <summary>The piece goes on from whoever it was offered to.</summary>
    public async Task PassOnAsync(Someone who)
    {
        var turn = (await ActAsync(who, "accept")).GetProperty("floor").GetProperty("turnId").GetString();
        await ActAsync(who, "release", new { turnId = turn });
    }

    /// <summary>On to the first part in which the piece goes to whoever is ready.</summary>
    public async Task UntilWhoeverIsReadyAsync()
    {
        for (var now = await facilitator.GetAsync($"/api/v1{Path}"); now.GetProperty("stage").GetProperty("mode").GetString() != "popcorn";)
        {
            now = await ActAsync(facilitator, "nextStage");
        }
    }
}
