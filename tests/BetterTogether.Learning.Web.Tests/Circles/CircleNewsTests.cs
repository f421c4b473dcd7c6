using System.Text;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Circles;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>What was typed goes to the other nodes in a notification of PostgreSQL, which holds fewer than 8,000 bytes.</summary>
public sealed class CircleNewsTests
{
    public static TheoryData<string> Characters => ["a", "é", "ক", "木", "\U0001F33F", "\u00a0", "\u2028", "\n", "\"", "\\", "<", "\uffff"];

    [Theory, MemberData(nameof(Characters))]
    public void Words_of_any_kind_fit_and_come_over_as_they_were_typed(string character)
    {
        var words = string.Concat(Enumerable.Repeat(character, 1500 / character.Length));
        foreach (var news in new[] { News() with { Said = words }, News() with { Private = [new PrivateWord("123", words)] } })
        {
            var payload = news.ToPayload();

            Assert.InRange(Encoding.UTF8.GetByteCount(payload), 1, 7_999);
            var heard = CircleNews.FromPayload(payload);
            Assert.Equal(news with { Private = null }, heard with { Private = null });
            Assert.Equal(news.Private, heard.Private);
        }

        static CircleNews News() => new(Guid.NewGuid(), int.MaxValue, Guid.NewGuid(), "1234");
    }

    [Fact]
    public async Task A_page_of_pictures_is_taken_where_there_are_other_nodes()
    {
        await using var ring = await Ring.RunningAsync(provider: DatabaseProvider.Postgres);
        await ring.DoesAsync("f", "accept");
        var words = string.Concat(Enumerable.Repeat("\U0001F33F", 750));

        await ring.DoesAsync("f", "type", new { text = words });

        await ring["p1"].Wire.UntilAsync(s => s.GetProperty("floor").TryGetProperty("text", out var text) && text.GetString() == words, "everybody reads it");
    }
}
