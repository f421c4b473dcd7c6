using System.Globalization;

namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>The learning desk by its API: puts sessions there for a test. Threading: any thread may use it.</summary>
internal sealed class Desk
{
    // Beyond what the programme's first page shows, each on a day of its own: no test meets another's sessions.
    private const int FirstDay = 200;

    private readonly Api api;
    private int days = FirstDay;

    private Desk(Api api) => this.api = api;

    public static async Task<Desk> SignInAsync(IPlaywright playwright, string address)
    {
        var signedIn = new Api(await playwright.APIRequest.NewContextAsync(new() { BaseURL = address, Timeout = (float)Until.Patience.TotalMilliseconds }));
        await signedIn.SignInAsync("desk@demo.example");
        return new Desk(signedIn);
    }

    /// <summary>A day no other test knows, well ahead.</summary>
    public DateOnly NewDay() => Today.AddDays(Interlocked.Increment(ref days));

    /// <summary>A published session on a day of its own. Returns its id.</summary>
    public Task<string> SessionAsync(int capacity = 10) => SessionAsync(NewDay(), 10, "Interviewing children and young people", capacity, "directWork");

    /// <summary>A published session of kind circle. Returns its id.</summary>
    public Task<string> CircleAsync(string facilitatorId) => SessionAsync(NewDay(), 10, "Reflective circle for the whole team", 10, "circle", trainers: facilitatorId);

    /// <param name="hour">Of the clock in Greenwich; the session lasts an hour.</param>
    /// <param name="kind">learningWednesday, directWork…</param>
    /// <param name="status">published or draft.</param>
    /// <param name="trainers">Who leads it: ids of people.</param>
    public async Task<string> SessionAsync(DateOnly day, int hour, string title, int capacity, string kind, string status = "published", params string[] trainers)
    {
        var session = await api.PostAsync("/api/v1/sessions", new
        {
            title, kind, capacity, status, trainers,
            startsAtUtc = At(day, hour),
            endsAtUtc = At(day, hour + 1),
            place = "Riverside House, Community Room 3",
            description = "What to ask, what to leave out, and how to end well.\n\nBring a situation you are stuck with.",
            audience = "Everybody who works directly with children",
            prerequisites = "None",
            tags = new[] { "direct work", "listening" },
        });
        return Id(session);
    }

    /// <summary>A Learning Wednesday of two slots with two sessions each, wherever in the week it falls.</summary>
    public async Task<DateOnly> LearningWednesdayAsync(int capacity = 10)
    {
        var day = NewDay();
        foreach (var (hour, title) in new[] { (10, "Words that care"), (10, "The neglect toolkit"), (13, "Genograms"), (13, "Rest and reflection") })
        {
            await SessionAsync(day, hour, title, capacity, "learningWednesday");
        }
        return day;
    }

    /// <summary>The newest session of the demo that is over.</summary>
    public async Task<string> PastSessionAsync()
    {
        var sessions = await api.GetAsync($"/api/v1/sessions?from={Iso(Today.AddDays(-60))}&to={Iso(Today.AddDays(-1))}");
        return Id(sessions.GetProperty("items").EnumerateArray().Last(s => s.GetProperty("status").GetString() == "published"));
    }

    /// <summary>A series of the demo.</summary>
    public async Task<string> SeriesAsync()
    {
        var day = Iso(await NextLearningWednesdayAsync());
        var sessions = await api.GetAsync($"/api/v1/sessions?from={day}&to={day}");
        foreach (var id in sessions.GetProperty("items").EnumerateArray().Select(Id))
        {
            if ((await GetAsync(id)).TryGetProperty("series", out var series)) { return series.GetString()!; }
        }
        throw new InvalidOperationException($"No session of {day} belongs to a series");
    }

    public Task CancelAsync(string sessionId) => api.PostAsync($"/api/v1/sessions/{sessionId}/cancel", new { });

    public async Task<JsonElement> GetAsync(string sessionId) => await api.GetAsync($"/api/v1/sessions/{sessionId}");

    /// <summary>The first Learning Wednesday of the demo that is three days off or more: some tests need a day that is not running out.</summary>
    public async Task<DateOnly> NextLearningWednesdayAsync()
    {
        var sessions = await api.GetAsync($"/api/v1/sessions?from={Iso(Today.AddDays(3))}&to={Iso(Today.AddDays(FirstDay))}");
        var first = sessions.GetProperty("items").EnumerateArray().First(s => s.GetProperty("kind").GetString() == "learningWednesday");
        return DateOnly.FromDateTime(first.GetProperty("startsAtUtc").GetDateTime());
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static string At(DateOnly day, int hour) => $"{Iso(day)}T{hour:00}:00:00Z";
}
