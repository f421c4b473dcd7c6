using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Hosting;

var builder = LaunchProfile.CreateBuilder(args);
builder.AddHosting().AddData().AddCalendars().AddMail();

var app = builder.Build();
app.UseHosting().MapHosting().MapMail();
app.Run();
