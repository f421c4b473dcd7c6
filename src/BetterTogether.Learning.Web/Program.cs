using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.People;
using BetterTogether.Learning.Web.Features.SignIns;
using BetterTogether.Learning.Web.Hosting;

var builder = LaunchProfile.CreateBuilder(args);
builder.AddHosting().AddData();
builder.AddPeople();
builder.AddSignIns();

var app = builder.Build();
app.UseHosting().MapHosting();
app.MapSignIns();
app.Run();
