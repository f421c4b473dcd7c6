using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Domain.Tests.People;

public sealed class FirstSightTests
{
    [Theory]
    [InlineData("jo.bloggs@council.example", "Jo Bloggs")]
    [InlineData("jo.o-neill_smith@council.example", "Jo O Neill Smith")]
    [InlineData("jo@council.example", "Jo")]
    [InlineData("..@council.example", "New colleague")]
    public void A_name_is_read_from_the_address(string email, string name) => Assert.Equal(name, PersonDetails.FromAddress(email).Name);

    [Fact]
    public void Whatever_the_address_the_details_can_be_kept() =>
        Assert.Null(PersonDetails.FromAddress(new string('a', 64) + "@council.example").Checked().Refusal);
}
