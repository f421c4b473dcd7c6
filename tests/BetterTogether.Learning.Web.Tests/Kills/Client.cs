using System.Net;
using System.Net.Http.Json;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>A practitioner who books, cancels and answers without end, and remembers what they were told. Threading: one task at a time.</summary>
internal sealed class Client(string email, IReadOnlyList<Guid> sessions, int seed) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { UseCookies = true, AllowAutoRedirect = false }) { Timeout = Hosting.Eventually.Patience };
    private readonly Random random = new(seed);
    private readonly Dictionary<Guid, BookingView> told = [];
    private (string What, Guid? BookingId) asked;

    public int Told => told.Count;

    /// <summary>Until the product dies.</summary>
    /// <param name="answered">Called after each answer to something that changes a booking.</param>
    public async Task LoadAsync(Uri address, Action answered)
    {
        try
        {
            while (true)
            {
                await ActAsync(address);
                answered();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            // It was killed; whether what was asked last has happened is open.
        }
    }

    /// <summary>Everything this person was ever told is there, as it was told or as it may lawfully have become since.</summary>
    public async Task CheckAsync(Uri address)
    {
        var now = (await MineAsync(address)).ToDictionary(b => b.Id);
        foreach (var (id, before) in told)
        {
            Assert.True(now.TryGetValue(id, out var after), $"{email} was told of booking {id} ({before.Status}), and it is gone");
            Assert.True(IsLawful(before, after!), $"{email} was told {before.Status} of {id}, asked last {asked}, and it is {after!.Status}");
        }
        foreach (var view in now.Values) { told[view.Id] = view; }
        asked = default;
    }

    public void Dispose() => http.Dispose();

    private async Task ActAsync(Uri address)
    {
        var session = sessions[random.Next(sessions.Count)];
        var mine = told.Values.SingleOrDefault(b => b.SessionId == session && b.Status is (BookingStatus.Confirmed or BookingStatus.Waiting or BookingStatus.Offered));
        if (mine is { Status: BookingStatus.Waiting } && random.Next(3) > 0)
        {
            foreach (var view in await MineAsync(address)) { told[view.Id] = view; }
            return;
        }
        var what = mine?.Status switch { null => "book", BookingStatus.Offered => random.Next(4) == 0 ? "decline" : "accept", _ => "cancel" };
        asked = (what, mine?.Id);
        using var answer = await SendAsync(address, what == "book" ? $"{Links.ApiSession(session)}/bookings" : $"{Links.ApiBooking(mine!.Id)}/{what}", new { confirmClash = true });
        Assert.True(answer.IsSuccessStatusCode, $"{email}: {what} was answered {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var booking = (await answer.Content.ReadFromJsonAsync<BookingView>(JsonSetup.Options))!;
        told[booking.Id] = booking;
        asked = default;
    }

    private async Task<IReadOnlyList<BookingView>> MineAsync(Uri address)
    {
        var list = await http.GetAsync(new Uri(address, Links.ApiMyBookings));
        if (list.StatusCode == HttpStatusCode.Unauthorized)
        {
            await SignInAsync(address);
            list = await http.GetAsync(new Uri(address, Links.ApiMyBookings));
        }
        list.EnsureSuccessStatusCode();
        return [.. (await list.Content.ReadFromJsonAsync<Features.Bookings.MyBookings>(JsonSetup.Options))!.Items.Where(b => sessions.Contains(b.SessionId))];
    }

    private Task<HttpResponseMessage> SendAsync(Uri address, string url, object body) => http.PostAsJsonAsync(new Uri(address, url), body, JsonSetup.Options);

    public async Task SignInAsync(Uri address)
    {
        using var form = new FormUrlEncodedContent([new("email", email)]);
        (await http.PostAsync(new Uri(address, Links.DevSignIn), form)).EnsureSuccessStatusCode();
    }

    public async Task<Guid> PlanAsync(Uri address, object session)
    {
        using var answer = await SendAsync(address, "/api/v1/sessions", session);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Features.Sessions.SessionView>(JsonSetup.Options))!.Id;
    }

    private bool IsLawful(BookingView before, BookingView after)
    {
        if (after.Status == before.Status) { return true; }
        // Somebody else's cancelling may have brought an offer; everything else only this person's own, unanswered wish.
        if (before.Status == BookingStatus.Waiting && after.Status == BookingStatus.Offered) { return true; }
        return asked.BookingId == before.Id && (asked.What, before.Status, after.Status) is
            ("cancel", BookingStatus.Confirmed or BookingStatus.Waiting, BookingStatus.Cancelled)
            or ("accept", BookingStatus.Offered, BookingStatus.Confirmed)
            or ("decline", BookingStatus.Offered, BookingStatus.Declined);
    }
}
